import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addNote } from '#app/features/appeals/add-note.server.ts'
import {
  AddNote,
  AssignAppeal,
  ClassifyAppeal,
  DraftAnswer,
  ForwardAppeal,
  ReturnAnswer,
  SignAnswer,
  SubmitAnswer,
} from '#app/features/appeals/appeals.schema.ts'
import { assignAppeal } from '#app/features/appeals/assign-appeal.server.ts'
import { bodyForms } from '#app/features/appeals/body-forms.server.ts'
import { classifyAppeal } from '#app/features/appeals/classify-appeal.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { draftAnswer } from '#app/features/appeals/draft-answer.server.ts'
import { forwardAppeal } from '#app/features/appeals/forward-appeal.server.ts'
import { afterwards, backTo, doneBefore, placeOf } from '#app/features/appeals/place.server.ts'
import { returnAnswer } from '#app/features/appeals/return-answer.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { submitAnswer } from '#app/features/appeals/submit-answer.server.ts'
import { DeskAppealPage } from '#app/features/appeals/ui/desk-appeal-page.tsx'
import deskAppealScript from '#app/features/appeals/ui/enhance/desk-appeal.ts?worker&url'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [deskAppealScript] }

export const loader = staffLoader(async (ctx, { appealId = '' }, request) => {
  const appeal = await getDeskAppeal(ctx, appealId)
  const { from } = placeOf(ctx, request)
  const title = `${ctx.t('appeals:tracked.title')} ${appeal.number}`
  return { title, appeal, from, done: await doneBefore(ctx, request) }
})

export const action = staffAction({
  classify: form(ClassifyAppeal, async (ctx, { appealId = '' }, input, { request }) => {
    await classifyAppeal(ctx, appealId, input)
    return redirect(backTo(ctx, request, appealId, 'classified'))
  }),
  assign: form(AssignAppeal, async (ctx, { appealId = '' }, input, { request }) => {
    await assignAppeal(ctx, appealId, input)
    return redirect(await afterwards(ctx, request, appealId, 'assigned'))
  }),
  forward: form(ForwardAppeal, async (ctx, { appealId = '' }, input, { request }) => {
    await forwardAppeal(ctx, appealId, input)
    return redirect(await afterwards(ctx, request, appealId, 'forwarded'))
  }),
  ...bodyForms,
  draft: form(DraftAnswer, async (ctx, { appealId = '' }, input, { request }) => {
    await draftAnswer(ctx, appealId, input)
    return redirect(backTo(ctx, request, appealId, 'drafted'))
  }),
  submit: form(SubmitAnswer, async (ctx, { appealId = '' }, input, { request }) => {
    await submitAnswer(ctx, appealId, input)
    return redirect(await afterwards(ctx, request, appealId, 'submitted'))
  }),
  return: form(ReturnAnswer, async (ctx, { appealId = '' }, input, { request }) => {
    await returnAnswer(ctx, appealId, input)
    return redirect(await afterwards(ctx, request, appealId, 'returned'))
  }),
  sign: form(SignAnswer, async (ctx, { appealId = '' }, input, { request }) => {
    await signAnswer(ctx, appealId, input)
    return redirect(await afterwards(ctx, request, appealId, 'signed'))
  }),
  note: form(AddNote, async (ctx, { appealId = '' }, input, { request }) => {
    await addNote(ctx, appealId, input)
    return redirect(backTo(ctx, request, appealId, 'noted'))
  }),
})

export default function DeskAppeal() {
  const { appeal, ...place } = useLoaderData<typeof loader>()
  return (
    <DeskAppealPage
      {...place}
      appeal={appeal}
      filesOf={(files) => <AttachmentList attachments={files} href={(fileId) => paths.deskFile(appeal.id, fileId)} />}
    />
  )
}
