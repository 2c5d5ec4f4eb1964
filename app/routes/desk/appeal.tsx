import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerAppeal } from '#app/features/appeals/answer-appeal.server.ts'
import { AnswerAppeal, AssignAppeal } from '#app/features/appeals/appeals.schema.ts'
import { assignAppeal } from '#app/features/appeals/assign-appeal.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { DeskAppealPage } from '#app/features/appeals/ui/desk-appeal-page.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }) => {
  const appeal = await getDeskAppeal(ctx, appealId)
  return { title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`, appeal }
})

export const action = staffAction({
  assign: form(AssignAppeal, async (ctx, { appealId = '' }, input) => {
    await assignAppeal(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
  answer: form(AnswerAppeal, async (ctx, { appealId = '' }, input) => {
    await answerAppeal(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
})

export default function DeskAppeal() {
  const { appeal } = useLoaderData<typeof loader>()
  return (
    <DeskAppealPage
      appeal={appeal}
      filesOf={(files) => <AttachmentList attachments={files} href={(fileId) => paths.deskFile(appeal.id, fileId)} />}
    />
  )
}
