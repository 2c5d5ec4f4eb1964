import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { AccountFrame } from '#app/features/accounts/ui/account-frame.tsx'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { getRegion } from '#app/features/regions/public.server.ts'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { faceOf } from '#app/features/staff/staff-face.ts'
import { StaffPage } from '#app/features/staff/ui/staff-page.tsx'
import { personLoader } from '#app/core/http/routes.server.ts'

export const loader = personLoader(async (ctx) => {
  const { person, secondFactorDue } = ctx.signedIn
  const siteName = await siteNameOf(ctx)
  // Nothing else may be opened yet, so nothing else is offered.
  if (secondFactorDue) return { kind: 'due' as const, siteName, name: person.name }
  if (ctx.world === 'tenant' && person.kind === 'staff') {
    return { kind: 'staff' as const, siteName, region: await getRegion(ctx), who: faceOf(person) }
  }
  const roles = person.kind === 'platform' ? [...person.roles] : []
  return { kind: 'platform' as const, siteName, who: { name: person.name, roles } }
})

export default function AccountLayout() {
  const page = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  if (page.kind === 'due') {
    return (
      <AccountFrame siteName={page.siteName} name={page.name}>
        <Outlet />
      </AccountFrame>
    )
  }
  if (page.kind === 'staff') {
    return (
      <StaffPage region={page.region} person={page.who} pathname={pathname}>
        <Outlet />
      </StaffPage>
    )
  }
  return (
    <PlatformPage person={page.who} pathname={pathname}>
      <Outlet />
    </PlatformPage>
  )
}
