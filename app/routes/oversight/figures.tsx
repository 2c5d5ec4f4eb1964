import { useLoaderData } from '@remix-run/react'
import { oversightQuery } from '#app/features/oversight/oversight-query.ts'
import { viewOversight } from '#app/features/oversight/oversight-view.server.ts'
import { OversightPage } from '#app/features/oversight/ui/oversight-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { operatorLoader } from '#app/core/http/routes.server.ts'

export const loader = operatorLoader(async (ctx, _params, request) => {
  if (ctx.principal.kind !== 'platform') throw new SignInNeeded()
  const { name, roles } = ctx.principal
  const view = await viewOversight(ctx, oversightQuery(new URL(request.url).searchParams))
  return { title: ctx.t('oversight:title'), person: { name, roles: [...roles] }, view }
})

export default function Figures() {
  return <OversightPage {...useLoaderData<typeof loader>()} />
}
