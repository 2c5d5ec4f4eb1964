import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { getRegion } from '#app/features/regions/public.server.ts'
import { StaffPage } from '#app/features/staff/ui/staff-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const region = await getRegion(ctx)
  const { name, roles } = ctx.principal
  return { region, siteName: region.centre, person: { name, roles: [...roles] } }
})

export default function DeskLayout() {
  const { region, person } = useLoaderData<typeof loader>()
  return (
    <StaffPage region={region} person={person} pathname={useLocation().pathname}>
      <Outlet />
    </StaffPage>
  )
}
