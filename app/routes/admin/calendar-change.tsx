import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { previewMoves } from '#app/features/appeals/preview-moves.queries.server.ts'
import { MovePreviewPanel } from '#app/features/appeals/ui/move-preview.tsx'
import { applyChange, discardChange } from '#app/features/calendars/apply-change.server.ts'
import { getCalendarChange } from '#app/features/calendars/calendar-admin.queries.server.ts'
import { SameChange } from '#app/features/calendars/calendars.schema.ts'
import { draftTakingBack } from '#app/features/calendars/draft-change.server.ts'
import { CalendarChangePage } from '#app/features/calendars/ui/calendar-change-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { calendarChangeId = '' }, request) => {
  const { change: moves, ...change } = await getCalendarChange(ctx, calendarChangeId)
  const isToCome = change.state === 'draft' || change.state === 'announced'
  const behind = (new URL(request.url).searchParams.get('behind') ?? '').replaceAll('\0', '').slice(0, 100)
  return {
    title: ctx.t('calendars:change.title'),
    submissionKey: randomUUID(),
    change,
    preview: isToCome ? await previewMoves(ctx, moves, behind) : undefined,
  }
})

export const action = staffAction({
  apply: form(SameChange, async (ctx, { calendarChangeId = '' }, input) => {
    await applyChange(ctx, calendarChangeId, input)
    return redirect(paths.calendarChange(calendarChangeId))
  }),
  discard: form(SameChange, async (ctx, { calendarChangeId = '' }, input) => {
    await discardChange(ctx, calendarChangeId, input)
    return redirect(paths.calendar())
  }),
  takeBack: form(SameChange, async (ctx, { calendarChangeId = '' }, input) =>
    redirect(paths.calendarChange(await draftTakingBack(ctx, calendarChangeId, input))),
  ),
})

export default function CalendarChange() {
  const { change, submissionKey, preview } = useLoaderData<typeof loader>()
  return (
    <CalendarChangePage
      change={change}
      submissionKey={submissionKey}
      preview={
        preview ? (
          <MovePreviewPanel
            preview={preview}
            nextHref={preview.next ? paths.calendarChange(change.id, { behind: preview.next }) : undefined}
          />
        ) : null
      }
    />
  )
}
