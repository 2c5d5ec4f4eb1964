import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { KeepProtocol, NoteTelling, OfAct, RedraftAct, ReturnAct } from '#app/features/acts/acts.schema.ts'
import { approveAct, discardAct, returnAct } from '#app/features/acts/approve-act.server.ts'
import { getDeskAct } from '#app/features/acts/desk-act.queries.server.ts'
import { doneOf, type Done } from '#app/features/acts/done.ts'
import { redraftAct } from '#app/features/acts/draft-act.server.ts'
import { keepProtocol } from '#app/features/acts/keep-protocol.server.ts'
import { signAct } from '#app/features/acts/sign-act.server.ts'
import { noteTelling } from '#app/features/acts/telling.server.ts'
import { ActPage } from '#app/features/acts/ui/act-page.tsx'
import type { TenantContext } from '#app/core/context.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '', actId = '' }, request) => {
  const act = await getDeskAct(ctx, appealId, actId)
  return { title: `${ctx.t(`acts:kind.${act.kind}`)} ${act.appealNumber}`, act, done: doneOf(request.url) }
})

type Command<I> = (ctx: TenantContext, appealId: string, actId: string, input: I) => Promise<void>

/** A form after which somebody stays at the act. */
const stepOf = <S extends z.ZodType>(schema: S, command: Command<z.output<S>>, done: Done) =>
  form<TenantContext, S>(schema, async (ctx, { appealId = '', actId = '' }, input) => {
    await command(ctx, appealId, actId, input)
    return redirect(paths.act(appealId, actId, done))
  })

export const action = staffAction({
  redraft: stepOf(RedraftAct, redraftAct, 'drafted'),
  approve: stepOf(OfAct, approveAct, 'approved'),
  return: stepOf(ReturnAct, returnAct, 'returned'),
  discard: stepOf(OfAct, discardAct, 'discarded'),
  sign: stepOf(OfAct, signAct, 'signed'),
  tell: stepOf(NoteTelling, noteTelling, 'told'),
  protocol: stepOf(KeepProtocol, keepProtocol, 'protocolKept'),
})

export default function Act() {
  const { act, done } = useLoaderData<typeof loader>()
  return <ActPage act={act} done={done} />
}
