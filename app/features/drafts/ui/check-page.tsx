import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckAnswers } from '#app/ui/check-answers.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import type { CheckedAnswer } from '../check-answers.queries.server.ts'

interface CheckPageProps {
  readonly version: number
  readonly answers: readonly CheckedAnswer[]
}

/** Everything that was answered, each with the way back to its question; then it is sent. */
export function CheckPage({ version, answers }: CheckPageProps) {
  const { t } = useTranslation('drafts')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { summary } = useFormState()
  const last = answers.at(-1)
  return (
    <QuestionPage
      back={last && { href: paths.question(locale, last.question), label: t('question.back') }}
      errors={summary.length > 0 ? { title: common('error.summary'), messages: summary } : undefined}
      title={t('check.title')}
    >
      <div className="stack">
        <CheckAnswers
          changeLabel={t('check.change')}
          answers={answers.map(({ term, answer, changeHref }) => ({
            term,
            description: <span className="pre-line">{answer || t('check.nothing')}</span>,
            changeHref,
          }))}
        />
        <p>{t('check.consent')}</p>
        <PostForm>
          <HiddenFields values={{ version: String(version) }} />
          <Button>{t('check.send')}</Button>
        </PostForm>
      </div>
    </QuestionPage>
  )
}
