import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { getOwnDay } from '#app/features/calendars/calendar-admin.queries.server.ts'
import { AddDay, MoveDay, RemoveDay } from '#app/features/calendars/calendars.schema.ts'
import { draftDay } from '#app/features/calendars/draft-change.server.ts'
import { DayForms } from '#app/features/calendars/ui/day-forms.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { dayOfQuery } from '#app/core/http/day-of-query.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  authorize(ctx.ability, 'configure', 'Calendar')
  const { day, change } = dayOfQuery(request)
  return {
    title: ctx.t(day ? 'calendars:form.editTitle' : 'calendars:form.addTitle'),
    submissionKey: randomUUID(),
    change,
    day: day ? await getOwnDay(ctx, day) : undefined,
  }
})

export const action = staffAction({
  add: form(AddDay, async (ctx, _params, input) =>
    redirect(paths.calendarChange(await draftDay(ctx, { act: 'add', input }))),
  ),
  move: form(MoveDay, async (ctx, _params, input) =>
    redirect(paths.calendarChange(await draftDay(ctx, { act: 'move', input }))),
  ),
  remove: form(RemoveDay, async (ctx, _params, input) =>
    redirect(paths.calendarChange(await draftDay(ctx, { act: 'remove', input }))),
  ),
})

export default function CalendarDay() {
  const { t } = useTranslation('calendars')
  const { day, change, submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage
      title={day ? `${day.day}: ${day.name}` : t('form.addTitle')}
      back={{ href: paths.calendar(), label: t('change.back') }}
    >
      <DayForms day={day} change={change} removeHint={t('form.removeHint')} submissionKey={submissionKey} />
    </EditPage>
  )
}
