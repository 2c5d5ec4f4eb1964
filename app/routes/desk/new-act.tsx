import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DraftAct } from '#app/features/acts/acts.schema.ts'
import { getNewAct } from '#app/features/acts/desk-act.queries.server.ts'
import { draftAct } from '#app/features/acts/draft-act.server.ts'
import { NewActPage } from '#app/features/acts/ui/new-act-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }, request) => {
  const wished = new URL(request.url).searchParams
  const form = await getNewAct(ctx, appealId, wished.get('kind'), wished.get('share'))
  return { title: ctx.t(`acts:kind.${form.kind}`), form }
})

export const action = staffAction(
  form(DraftAct, async (ctx, { appealId = '' }, input) => {
    const actId = await draftAct(ctx, appealId, input)
    return redirect(paths.act(appealId, actId, 'drafted'))
  }),
)

export default function NewAct() {
  return <NewActPage form={useLoaderData<typeof loader>().form} />
}
