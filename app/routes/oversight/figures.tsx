import { useLoaderData } from '@remix-run/react'
import { oversightQuery } from '#app/features/oversight/oversight-query.ts'
import { viewOversight } from '#app/features/oversight/oversight-view.server.ts'
import { OversightPage } from '#app/features/oversight/ui/oversight-page.tsx'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, _params, request) => {
  if (ctx.principal.kind !== 'platform') throw new SignInNeeded()
  const { name, roles } = ctx.principal
  const view = await viewOversight(ctx, oversightQuery(new URL(request.url).searchParams))
  return { title: ctx.t('oversight:title'), person: { name, roles: [...roles] }, view }
})

export default function Figures() {
  const { person, view } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={paths.oversight()}>
      <OversightPage view={view} />
    </PlatformPage>
  )
}
