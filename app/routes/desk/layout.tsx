import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { getRegion } from '#app/features/regions/public.server.ts'
import { faceOf } from '#app/features/staff/staff-face.ts'
import { StaffPage } from '#app/features/staff/ui/staff-page.tsx'
import { SeeingBar } from '#app/features/roles/ui/seeing-bar.tsx'
import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { isSeeing, type TenantContext } from '#app/core/context.ts'
import { SignInNeeded } from '#app/core/errors.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const region = await getRegion(ctx)
  return { region, siteName: region.centre, person: faceOf(ctx.principal), seeing: await seeingOf(ctx) }
})

/** As whom this page is seen, for the bar over it. */
async function seeingOf(ctx: TenantContext) {
  if (!isSeeing(ctx) || ctx.principal.kind !== 'staff') return undefined
  const { roles, agencyId } = ctx.principal
  const agency = (await agencyDirectory(ctx)).find(({ id }) => id === agencyId)?.name
  return { role: roles.map((role) => ctx.t(`staff:role.${role}`)).join(', '), agency }
}

export default function DeskLayout() {
  const { region, person, seeing } = useLoaderData<typeof loader>()
  return (
    <StaffPage region={region} person={person} pathname={useLocation().pathname}>
      {seeing ? <SeeingBar {...seeing} /> : null}
      <Outlet />
    </StaffPage>
  )
}
