import { useLoaderData } from '@remix-run/react'
import { getCountryCalendar } from '#app/features/calendars/country.queries.server.ts'
import { CountryCalendarPage } from '#app/features/calendars/ui/country-pages.tsx'
import { personOf } from '#app/features/platform/person.ts'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, _params, request) => ({
  title: ctx.t('calendars:country.title'),
  person: personOf(ctx),
  calendar: await getCountryCalendar(ctx, new URL(request.url).searchParams.get('year')),
}))

export default function CountryCalendar() {
  const { person, calendar } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={paths.countryCalendar()}>
      <CountryCalendarPage calendar={calendar} />
    </PlatformPage>
  )
}
