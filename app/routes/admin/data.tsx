import { randomUUID } from 'node:crypto'
import { data, redirect, type HeadersFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askTakeout } from '#app/features/takeouts/ask-takeout.server.ts'
import { listTakeouts } from '#app/features/takeouts/takeouts.queries.server.ts'
import { AskTakeout } from '#app/features/takeouts/takeouts.schema.ts'
import { DataPage } from '#app/features/takeouts/ui/data-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  const takeouts = await listTakeouts(ctx)
  const isMaking = takeouts.some(({ state }) => state === 'asked' || state === 'working')
  return data(
    { title: ctx.t('takeouts:title'), takeouts, submissionKey: randomUUID() },
    { headers: isMaking && !ctx.tenant.muted ? { Refresh: '3' } : {} },
  )
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = staffAction(
  form(AskTakeout, async (ctx, _params, input) => {
    if (!ctx.signedIn) throw new SignInNeeded()
    await askTakeout({ ...ctx, signedIn: ctx.signedIn }, input)
    return redirect(paths.data())
  }),
)

export default function Data() {
  return <DataPage {...useLoaderData<typeof loader>()} />
}
