import { useLoaderData } from '@remix-run/react'
import { listRegions } from '#app/features/platform/platform.queries.server.ts'
import { RegionsPage } from '#app/features/platform/ui/regions-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { operatorLoader } from '#app/core/http/routes.server.ts'

export const loader = operatorLoader(async (ctx) => {
  if (ctx.principal.kind !== 'platform') throw new SignInNeeded()
  const { name, roles } = ctx.principal
  return {
    title: ctx.t('platform:regions.title'),
    person: { name, roles: [...roles] },
    regions: await listRegions(ctx),
  }
})

export default function Regions() {
  return <RegionsPage {...useLoaderData<typeof loader>()} />
}
