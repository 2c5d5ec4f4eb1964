import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addNote } from '#app/features/appeals/add-note.server.ts'
import { AddNote, DraftAnswer, ReturnAnswer, SignAnswer, SubmitAnswer } from '#app/features/appeals/appeals.schema.ts'
import { bodyForms } from '#app/features/appeals/body-forms.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { draftAnswer } from '#app/features/appeals/draft-answer.server.ts'
import { afterwards, backTo, doneBefore, placeOf } from '#app/features/appeals/place.server.ts'
import { getRecipients } from '#app/features/appeals/recipients.queries.server.ts'
import { returnAnswer } from '#app/features/appeals/return-answer.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { submitAnswer } from '#app/features/appeals/submit-answer.server.ts'
import { DeskAppealPage } from '#app/features/appeals/ui/desk-appeal-page.tsx'
import deskAppealScript from '#app/features/appeals/ui/enhance/desk-appeal.ts?worker&url'
import { DeskAttachments } from '#app/features/attachments/ui/desk-attachments.tsx'
import { getDeskCures } from '#app/features/cures/cures.queries.server.ts'
import { CurePanel } from '#app/features/cures/ui/cure-panel.tsx'
import { checkAnswer } from '#app/features/letters/check-answer.server.ts'
import { listLetters } from '#app/features/letters/letters.queries.server.ts'
import { GatePanel } from '#app/features/letters/ui/gate-panel.tsx'
import { LetterList } from '#app/features/letters/ui/letter-list.tsx'
import { listNotices } from '#app/features/notices/notices.queries.server.ts'
import { NoticeLog } from '#app/features/notices/ui/notice-log.tsx'
import { getIntake } from '#app/features/registrations/correction.queries.server.ts'
import { IntakePanel } from '#app/features/registrations/ui/intake-panel.tsx'
import { below, fillTemplate } from '#app/features/templates/fill-template.server.ts'
import { listTemplates } from '#app/features/templates/templates.queries.server.ts'
import { templateChoice } from '#app/features/templates/templates.schema.ts'
import { InsertTemplateField } from '#app/features/templates/ui/insert-template.tsx'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [deskAppealScript] }

export const loader = staffLoader(async (ctx, { appealId = '' }, request) => {
  const appeal = await getDeskAppeal(ctx, appealId)
  const { from } = placeOf(ctx, request)
  const title = `${ctx.t('appeals:tracked.title')} ${appeal.number}`
  const { can, draft } = appeal
  const writes = can.draft === 'yes'
  // What a co-executor writes is for the lead, and goes through no gate.
  const isChecked = appeal.own?.role !== 'co' && (writes || can.sign === 'yes')
  const text = isChecked ? draft?.text : undefined
  return {
    title,
    appeal,
    letters: await listLetters(ctx, appealId),
    intake: await getIntake(ctx, appealId),
    cures: await getDeskCures(ctx, appealId),
    templates: writes ? await listTemplates(ctx, appeal) : [],
    checks: text ? await checkAnswer(ctx, appeal, text) : undefined,
    notices: await listNotices(ctx, appealId, await getRecipients(ctx, appealId)),
    from,
    done: await doneBefore(ctx, request),
  }
})

export const action = staffAction({
  ...bodyForms,
  draft: form(DraftAnswer, async (ctx, { appealId = '' }, input, { request }) => {
    await draftAnswer(ctx, appealId, input)
    return redirect(backTo(ctx, request, appealId, 'drafted'))
  }),
  template: form(DraftAnswer.extend(templateChoice), async (ctx, { appealId = '' }, input, { request }) => {
    const text = below(input.text, await fillTemplate(ctx, appealId, input.templateId))
    await draftAnswer(ctx, appealId, await DraftAnswer.parseAsync({ ...input, outcome: input.outcome ?? '', text }))
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
  const { appeal, notices, letters, intake, cures, templates, checks, ...place } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  return (
    <DeskAppealPage
      {...place}
      appeal={appeal}
      intake={
        <>
          <CurePanel appealId={appeal.id} cures={cures} />
          <IntakePanel appealId={appeal.id} intake={intake} canAsk={cures.canAsk && !cures.open} />
        </>
      }
      noticeLog={<NoticeLog notices={notices} />}
      letters={
        <LetterList
          letters={letters}
          href={(letterId) => paths.deskLetter(appeal.id, letterId)}
          verifyHref={(code) => paths.verifyLetter(locale, code)}
        />
      }
      parts={{
        templates: <InsertTemplateField templates={templates} language={appeal.language} />,
        draftChecks: <GatePanel checks={checks} intent="submit" />,
        signChecks: <GatePanel checks={checks} intent="sign" />,
      }}
      filesOf={(files) => <DeskAttachments appealId={appeal.id} files={files} canBlackOut={appeal.canBlackOut} />}
    />
  )
}
