import { useLoaderData } from '@remix-run/react'
import { ActsPanel } from '#app/features/acts/ui/acts-panel.tsx'
import { answerForms } from '#app/features/appeals/answer-forms.server.ts'
import { bodyForms } from '#app/features/appeals/body-forms.server.ts'
import { doneBefore, placeOf } from '#app/features/appeals/place.server.ts'
import { templateForms } from '#app/features/appeals/template-forms.server.ts'
import { DeskAppealPage } from '#app/features/appeals/ui/desk-appeal-page.tsx'
import deskAppealScript from '#app/features/appeals/ui/enhance/desk-appeal.ts?worker&url'
import { DeskAttachments } from '#app/features/attachments/ui/desk-attachments.tsx'
import { BundlePanel } from '#app/features/bundles/ui/bundle-panel.tsx'
import { CurePanel } from '#app/features/cures/ui/cure-panel.tsx'
import { cosignerForms } from '#app/features/cosigners/cosigner-forms.server.ts'
import { CosignersPanel } from '#app/features/cosigners/ui/cosigners-panel.tsx'
import { DuplicatesPanel } from '#app/features/duplicates/ui/duplicates-panel.tsx'
import { holdForms } from '#app/features/holds/hold-forms.server.ts'
import { HoldPanel } from '#app/features/holds/ui/hold-panel.tsx'
import { GatePanel } from '#app/features/letters/ui/gate-panel.tsx'
import { LetterList } from '#app/features/letters/ui/letter-list.tsx'
import { NoticeLog } from '#app/features/notices/ui/notice-log.tsx'
import { reopeningForms } from '#app/features/ratings/reopening-forms.server.ts'
import { DeskRatingPanel } from '#app/features/ratings/ui/desk-rating.tsx'
import { IntakePanel } from '#app/features/registrations/ui/intake-panel.tsx'
import { useSuggestions } from '#app/features/routing/ui/suggestion.tsx'
import { InsertTemplateField } from '#app/features/templates/ui/insert-template.tsx'
import { translationForms } from '#app/features/translations/translation-forms.server.ts'
import { DraftTranslation } from '#app/features/translations/ui/draft-translation.tsx'
import { TranslationsPanel } from '#app/features/translations/ui/translations-panel.tsx'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { readAtDesk } from './appeal-at-desk.server.ts'

export const handle = { scripts: [deskAppealScript] }

export const loader = staffLoader(async (ctx, { appealId = '' }, request) => ({
  ...(await readAtDesk(ctx, appealId)),
  from: placeOf(ctx, request).from,
  done: await doneBefore(ctx, request),
}))

export const action = staffAction({
  ...bodyForms,
  ...answerForms,
  ...cosignerForms,
  ...holdForms,
  ...reopeningForms,
  ...translationForms,
  ...templateForms,
})

export default function DeskAppeal() {
  const { appeal, cosigners, duplicates, notices, letters, rating, acts, translations, ...more } =
    useLoaderData<typeof loader>()
  const { holds, intake, cures, templates, checks, routing, ...place } = more
  const { locale } = usePageScope()
  return (
    <DeskAppealPage
      {...place}
      appeal={appeal}
      asked={<CurePanel appealId={appeal.id} cures={cures} />}
      intake={<IntakePanel appealId={appeal.id} intake={intake} canAsk={cures.canAsk && !cures.open} />}
      people={
        <>
          <CosignersPanel cosigners={cosigners} language={appeal.language} />
          <DuplicatesPanel appealId={appeal.id} duplicates={duplicates} />
          <HoldPanel holds={holds} erased={appeal.erased} />
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
