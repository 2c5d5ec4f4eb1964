import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { AddDay, MoveDay, RemoveDay } from '#app/features/calendars/calendars.schema.ts'
import { draftCountryDay } from '#app/features/calendars/country-change.server.ts'
import { getCountryDay } from '#app/features/calendars/country.queries.server.ts'
import { DayForms } from '#app/features/calendars/ui/day-forms.tsx'
import { personOf } from '#app/features/platform/person.ts'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { dayOfQuery } from '#app/core/http/day-of-query.ts'
import { form, operatorAction, operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, _params, request) => {
  authorize(ctx.ability, 'configure', 'Calendar')
  const { day, change } = dayOfQuery(request)
  return {
    title: ctx.t(day ? 'calendars:form.editTitle' : 'calendars:form.addTitle'),
    person: personOf(ctx),
    submissionKey: randomUUID(),
    change,
    day: day ? await getCountryDay(ctx, day) : undefined,
  }
})

export const action = operatorAction({
  add: form(AddDay, async (ctx, _params, input) =>
    redirect(paths.countryChange(await draftCountryDay(ctx, { act: 'add', input }))),
  ),
  move: form(MoveDay, async (ctx, _params, input) =>
    redirect(paths.countryChange(await draftCountryDay(ctx, { act: 'move', input }))),
  ),
  remove: form(RemoveDay, async (ctx, _params, input) =>
    redirect(paths.countryChange(await draftCountryDay(ctx, { act: 'remove', input }))),
  ),
})

export default function CountryDay() {
  const { t } = useTranslation('calendars')
  const { person, day, change, submissionKey } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={paths.countryCalendar()}>
      <EditPage
        title={day ? `${day.day}: ${day.name}` : t('form.addTitle')}
        back={{ href: paths.countryCalendar(), label: t('change.back') }}
      >
        <DayForms day={day} change={change} removeHint={t('form.removeHintCountry')} submissionKey={submissionKey} />
      </EditPage>
    </PlatformPage>
  )
}
