import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { RatingPageData } from '../ratings.queries.server.ts'

type RatingPageProps = RatingPageData & { readonly submissionKey: string }

/** Asks what the answer was worth; nobody has to write a word, but who says that nothing is solved says why. */
export function RatingPage({ id, number, open, until, choices, submissionKey }: RatingPageProps) {
  const { t } = useTranslation('ratings')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { value, error, summary } = useFormState()
  const tracked = paths.trackedAppeal(locale, id)
  const words = value('words')
  return (
    <QuestionPage
      back={{ href: tracked, label: appeals('tracked.back') }}
      errors={{ title: common('error.summary'), messages: summary }}
      progress={`${appeals('tracked.title')} ${number}`}
      title={t('page.title')}
      lead={open ? <p>{t('page.lead', { day: until })}</p> : undefined}
    >
      {open ? (
        <PostForm className="stack">
          <HiddenFields values={{ submissionKey: value('submissionKey') ?? submissionKey }} />
          <RadioGroup
            name="choiceId"
            label={t('page.question')}
            options={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
            defaultValue={value('choiceId')}
            error={error('choiceId')}
          />
          <TextArea
            name="words"
            label={t('page.words')}
            hint={t('page.wordsHint')}
            defaultValue={words}
            error={error('words')}
            rows={5}
            spellCheck
          />
          <div className="cluster">
            <Button>{t('page.send')}</Button>
            <a href={tracked}>{t('page.cancel')}</a>
          </div>
        </PostForm>
      ) : (
        <>
          <Banner title={t('page.closed')} />
          {words ? (
            <Panel title={appeals('addition.kept')}>
              <p className="pre-line">{words}</p>
            </Panel>
          ) : null}
        </>
      )}
    </QuestionPage>
  )
}
