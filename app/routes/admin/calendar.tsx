import { useLoaderData } from '@remix-run/react'
import { getCalendar } from '#app/features/calendars/calendar-admin.queries.server.ts'
import { CalendarPage } from '#app/features/calendars/ui/calendar-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, request) => ({
  title: ctx.t('calendars:admin.title'),
  calendar: await getCalendar(ctx, new URL(request.url).searchParams.get('year')),
}))

export default function Calendar() {
  return <CalendarPage calendar={useLoaderData<typeof loader>().calendar} />
}
