import { useLoaderData } from '@remix-run/react'
import { listWorkHalls } from '#app/features/visits/reception.queries.server.ts'
import { WorkHallsPage } from '#app/features/visits/ui/work-halls-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('visits:halls.title'),
  halls: await listWorkHalls(ctx),
  receives: ctx.ability.can('receive', 'Visit'),
  serves: ctx.ability.can('serve', 'Visit'),
}))

export default function Halls() {
  return <WorkHallsPage {...useLoaderData<typeof loader>()} />
}
