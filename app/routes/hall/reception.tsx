import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openVisit } from '#app/features/visits/open-visit.server.ts'
import { getReception } from '#app/features/visits/reception.queries.server.ts'
import { ReceptionPage } from '#app/features/visits/ui/reception-page.tsx'
import { OpenVisit, WithdrawTicket } from '#app/features/visits/visits.schema.ts'
import { comeBack, withdrawTicket } from '#app/features/visits/withdraw-ticket.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { hallId = '' }) => {
  const reception = await getReception(ctx, hallId)
  return { title: reception.hall.name, submissionKey: randomUUID(), ...reception }
})

export const action = staffAction({
  open: form(OpenVisit, async (ctx, { hallId = '' }, input) =>
    redirect(paths.slip(hallId, await openVisit(ctx, hallId, input))),
  ),
  withdraw: form(WithdrawTicket, async (ctx, { hallId = '' }, input) => {
    await withdrawTicket(ctx, input)
    return redirect(paths.reception(hallId, { done: 'withdrawn' }))
  }),
  comeBack: form(WithdrawTicket, async (ctx, { hallId = '' }, input) => {
    await comeBack(ctx, input)
    return redirect(paths.reception(hallId, { done: 'cameBack' }))
  }),
})

export default function Reception() {
  return <ReceptionPage {...useLoaderData<typeof loader>()} />
}
