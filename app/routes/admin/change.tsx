import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getChange } from '#app/features/changes/history.queries.server.ts'
import { pathOfSubject } from '#app/features/changes/history.ts'
import { ChangePage } from '#app/features/changes/ui/change-page.tsx'
import { undoChange } from '#app/features/changes/undo-change.server.ts'
import { ChangeForm } from '#app/core/changes/changes.schema.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { changeId = '' }) => ({
  title: ctx.t('changes:change.title'),
  submissionKey: randomUUID(),
  change: await getChange(ctx, changeId),
}))

export const action = staffAction(
  form(ChangeForm, async (ctx, { changeId = '' }, input) => {
    const undone = await undoChange(ctx, changeId, input)
    const { subject } = await getChange(ctx, undone ?? changeId)
    return redirect(pathOfSubject(subject.kind, subject.id, undone, subject.gone))
  }),
)

export default function Change() {
  const { change, submissionKey } = useLoaderData<typeof loader>()
  return <ChangePage change={change} submissionKey={submissionKey} />
}
