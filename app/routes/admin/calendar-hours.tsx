import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { getHours } from '#app/features/calendars/calendar-admin.queries.server.ts'
import { ChangeHours } from '#app/features/calendars/calendars.schema.ts'
import { draftHours } from '#app/features/calendars/draft-change.server.ts'
import { HoursForm } from '#app/features/calendars/ui/hours-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('calendars:hours.title'),
  submissionKey: randomUUID(),
  hours: await getHours(ctx),
}))

export const action = staffAction(
  form(ChangeHours, async (ctx, _params, input) => redirect(paths.calendarChange(await draftHours(ctx, input)))),
)

export default function CalendarHours() {
  const { t } = useTranslation('calendars')
  return (
    <EditPage title={t('hours.title')} back={{ href: paths.calendar(), label: t('change.back') }}>
      <HoursForm {...useLoaderData<typeof loader>()} />
    </EditPage>
  )
}
