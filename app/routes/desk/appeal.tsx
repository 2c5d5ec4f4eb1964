import { useLoaderData } from '@remix-run/react'
import { getDeskActs } from '#app/features/acts/acts.queries.server.ts'
import { ActsPanel } from '#app/features/acts/ui/acts-panel.tsx'
import { answerForms } from '#app/features/appeals/answer-forms.server.ts'
import { bodyForms } from '#app/features/appeals/body-forms.server.ts'
import { getDeskAppeal } from '#app/features/appeals/desk-appeal.queries.server.ts'
import { doneBefore, placeOf } from '#app/features/appeals/place.server.ts'
import { getRecipients } from '#app/features/appeals/recipients.queries.server.ts'
import { templateForms } from '#app/features/appeals/template-forms.server.ts'
import { DeskAppealPage } from '#app/features/appeals/ui/desk-appeal-page.tsx'
import deskAppealScript from '#app/features/appeals/ui/enhance/desk-appeal.ts?worker&url'
import { DeskAttachments } from '#app/features/attachments/ui/desk-attachments.tsx'
import { BundlePanel } from '#app/features/bundles/ui/bundle-panel.tsx'
import { checkAnswer } from '#app/features/letters/check-answer.server.ts'
import { cosignerForms } from '#app/features/cosigners/cosigner-forms.server.ts'
import { getCosigners } from '#app/features/cosigners/cosigners.queries.server.ts'
import { CosignersPanel } from '#app/features/cosigners/ui/cosigners-panel.tsx'
import { getDuplicates } from '#app/features/duplicates/duplicates.queries.server.ts'
import { DuplicatesPanel } from '#app/features/duplicates/ui/duplicates-panel.tsx'
import { listLetters } from '#app/features/letters/letters.queries.server.ts'
import { GatePanel } from '#app/features/letters/ui/gate-panel.tsx'
import { LetterList } from '#app/features/letters/ui/letter-list.tsx'
import { listNotices } from '#app/features/notices/notices.queries.server.ts'
import { NoticeLog } from '#app/features/notices/ui/notice-log.tsx'
import { getDeskRating } from '#app/features/ratings/ratings.queries.server.ts'
import { reopeningForms } from '#app/features/ratings/reopening-forms.server.ts'
import { DeskRatingPanel } from '#app/features/ratings/ui/desk-rating.tsx'
import { suggestRouting } from '#app/features/routing/suggest.queries.server.ts'
import { useSuggestions } from '#app/features/routing/ui/suggestion.tsx'
import { listTemplates } from '#app/features/templates/templates.queries.server.ts'
import { InsertTemplateField } from '#app/features/templates/ui/insert-template.tsx'
import { translationForms } from '#app/features/translations/translation-forms.server.ts'
import { getTranslations } from '#app/features/translations/translations.queries.server.ts'
import { DraftTranslation } from '#app/features/translations/ui/draft-translation.tsx'
import { TranslationsPanel } from '#app/features/translations/ui/translations-panel.tsx'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [deskAppealScript] }

export const loader = staffLoader(async (ctx, { appealId = '' }, request) => {
  const appeal = await getDeskAppeal(ctx, appealId)
  const { can, draft } = appeal
  const writes = can.draft === 'yes'
  // What a co-executor writes is for the lead, and goes through no gate.
  const isChecked = appeal.own?.role !== 'co' && (writes || can.sign === 'yes')
  return {
    title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`,
    appeal,
    letters: await listLetters(ctx, appealId),
    cosigners: await getCosigners(ctx, appealId),
    duplicates: await getDuplicates(ctx, appealId),
    acts: await getDeskActs(ctx, appealId),
    translations: await getTranslations(ctx, appeal),
    rating: await getDeskRating(ctx, appealId),
    templates: writes ? await listTemplates(ctx, appeal) : [],
    checks: isChecked && draft?.text ? await checkAnswer(ctx, appeal, draft.text) : undefined,
    notices: await listNotices(ctx, await getRecipients(ctx, appealId)),
    routing: can.classify === 'yes' ? await suggestRouting(ctx, appealId) : undefined,
    from: placeOf(ctx, request).from,
    done: await doneBefore(ctx, request),
  }
})

export const action = staffAction({
  ...bodyForms,
  ...answerForms,
  ...cosignerForms,
  ...reopeningForms,
  ...translationForms,
  ...templateForms,
})

export default function DeskAppeal() {
  const { appeal, cosigners, duplicates, notices, letters, rating, acts, translations, ...more } =
    useLoaderData<typeof loader>()
  const { templates, checks, routing, ...place } = more
  const { locale } = usePageScope()
  return (
    <DeskAppealPage
      {...place}
      appeal={appeal}
      people={
        <>
          <CosignersPanel cosigners={cosigners} language={appeal.language} />
          <DuplicatesPanel appealId={appeal.id} duplicates={duplicates} />
        </>
      }
      noticeLog={
        <>
          <NoticeLog notices={notices} />
          <BundlePanel appealId={appeal.id} canBundle={appeal.canBundle} />
        </>
      }
      acts={<ActsPanel acts={acts} />}
      translations={<TranslationsPanel translations={translations} />}
      letters={
        <LetterList
          letters={letters}
          href={(letterId) => paths.deskLetter(appeal.id, letterId)}
          verifyHref={(code) => paths.verifyLetter(locale, code)}
        />
      }
      rating={<DeskRatingPanel rating={rating} />}
      parts={{
        templates: <InsertTemplateField templates={templates} language={appeal.language} />,
        draftChecks: (
          <>
            <GatePanel checks={checks} intent="submit" hearing={appeal.hearing} />
            <DraftTranslation translations={translations} />
          </>
        ),
        signChecks: <GatePanel checks={checks} intent="sign" hearing={appeal.hearing} />,
        routing: useSuggestions(routing),
      }}
      filesOf={(files) => <DeskAttachments appealId={appeal.id} files={files} canBlackOut={appeal.canBlackOut} />}
    />
  )
}
