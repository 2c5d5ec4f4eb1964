import { useLoaderData } from '@remix-run/react'
import { SlipPage } from '#app/features/visits/ui/slip-page.tsx'
import { getSlip } from '#app/features/visits/visit.queries.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { hallId = '', visitId = '' }) => {
  const slip = await getSlip(ctx, hallId, visitId)
  return { title: slip.tickets.map(({ label }) => label).join(', '), slip }
})

export default function Slip() {
  return <SlipPage {...useLoaderData<typeof loader>()} />
}
