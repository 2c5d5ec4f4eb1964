import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SameChange } from '#app/features/calendars/calendars.schema.ts'
import {
  announceCountryChange,
  applyCountryChange,
  discardCountryChange,
  draftCountryTakingBack,
} from '#app/features/calendars/country-change.server.ts'
import { getCountryChange } from '#app/features/calendars/country.queries.server.ts'
import { CountryChangePage } from '#app/features/calendars/ui/country-pages.tsx'
import { personOf } from '#app/features/platform/person.ts'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { form, operatorAction, operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, { countryChangeId = '' }) => ({
  title: ctx.t('calendars:change.title'),
  person: personOf(ctx),
  submissionKey: randomUUID(),
  change: await getCountryChange(ctx, countryChangeId),
}))

export const action = operatorAction({
  announce: form(SameChange, async (ctx, { countryChangeId = '' }, input) => {
    await announceCountryChange(ctx, countryChangeId, input)
    return redirect(paths.countryChange(countryChangeId))
  }),
  apply: form(SameChange, async (ctx, { countryChangeId = '' }, input) => {
    await applyCountryChange(ctx, countryChangeId, input)
    return redirect(paths.countryChange(countryChangeId))
  }),
  discard: form(SameChange, async (ctx, { countryChangeId = '' }, input) => {
    await discardCountryChange(ctx, countryChangeId, input)
    return redirect(paths.countryCalendar())
  }),
  takeBack: form(SameChange, async (ctx, { countryChangeId = '' }, input) =>
    redirect(paths.countryChange(await draftCountryTakingBack(ctx, countryChangeId, input))),
  ),
})

export default function CountryChange() {
  const { person, change, submissionKey } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={paths.countryCalendar()}>
      <CountryChangePage change={change} submissionKey={submissionKey} />
    </PlatformPage>
  )
}
