import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { getRegion } from '#app/features/regions/public.server.ts'
import { faceOf } from '#app/features/staff/staff-face.ts'
import { StaffPage } from '#app/features/staff/ui/staff-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const region = await getRegion(ctx)
  return { region, siteName: region.centre, person: faceOf(ctx.principal) }
})

export default function DeskLayout() {
  const { region, person } = useLoaderData<typeof loader>()
  return (
    <StaffPage region={region} person={person} pathname={useLocation().pathname}>
      <Outlet />
    </StaffPage>
  )
}
