import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { callNext } from '#app/features/visits/call-next.server.ts'
import { closeDesk, pauseDesk } from '#app/features/visits/close-desk.server.ts'
import { getConsole } from '#app/features/visits/console.queries.server.ts'
import { finishTicket, handOver } from '#app/features/visits/end-ticket.server.ts'
import { openDesk } from '#app/features/visits/open-desk.server.ts'
import {
  holdTicket,
  missTicket,
  recallTicket,
  resumeTicket,
  sendAway,
  startTicket,
  takeBack,
} from '#app/features/visits/serve-ticket.server.ts'
import { ConsolePage } from '#app/features/visits/ui/console-page.tsx'
import { AtDesk, FinishTicket, HandOver, MoveTicket, OpenDesk } from '#app/features/visits/visits.schema.ts'
import type { TenantContext } from '#app/core/context.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { hallId = '' }) => {
  const desk = await getConsole(ctx, hallId)
  return { title: ctx.t('visits:console.title'), ...desk }
})

/** Does something with the ticket at the desk, and leads back to the desk. */
const moving = (act: (ctx: TenantContext, input: MoveTicket) => Promise<unknown>) =>
  form(MoveTicket, async (ctx: TenantContext, { hallId = '' }, input) => {
    await act(ctx, input)
    return redirect(paths.deskConsole(hallId))
  })

/** The same for the desk itself. */
const sitting = (act: (ctx: TenantContext, input: AtDesk) => Promise<unknown>) =>
  form(AtDesk, async (ctx: TenantContext, { hallId = '' }, input) => {
    await act(ctx, input)
    return redirect(paths.deskConsole(hallId))
  })

export const action = staffAction({
  open: form(OpenDesk, async (ctx, { hallId = '' }, input) => {
    await openDesk(ctx, input)
    return redirect(paths.deskConsole(hallId))
  }),
  close: sitting(closeDesk),
  pause: sitting((ctx, input) => pauseDesk(ctx, input, true)),
  goOn: sitting((ctx, input) => pauseDesk(ctx, input, false)),
  call: form(AtDesk, async (ctx, { hallId = '' }, input) => {
    const called = await callNext(ctx, input)
    return redirect(paths.deskConsole(hallId, called ? {} : { done: 'nobody' }))
  }),
  recall: moving(recallTicket),
  start: moving(startTicket),
  miss: moving(missTicket),
  hold: moving(holdTicket),
  resume: moving(resumeTicket),
  sendAway: moving(sendAway),
  comeBack: moving(takeBack),
  finish: form(FinishTicket, async (ctx, { hallId = '' }, input) => {
    await finishTicket(ctx, input)
    return redirect(paths.deskConsole(hallId, { done: 'finished' }))
  }),
  handOver: form(HandOver, async (ctx, { hallId = '' }, input) => {
    await handOver(ctx, input)
    return redirect(paths.deskConsole(hallId, { done: 'handedOver' }))
  }),
})

export default function Desk() {
  return <ConsolePage {...useLoaderData<typeof loader>()} />
}
