import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

interface CosignersPageProps {
  readonly people: readonly { readonly name: string; readonly contacts: string }[]
  readonly isFull: boolean
  /** The fields of one more person. */
  readonly fields: ReactNode
}

/** Who else signs the appeal: nobody must be named, and each one is told. */
export function CosignersPage({ people, isFull, fields }: CosignersPageProps) {
  const { t } = useTranslation('drafts')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const forms = [useFormState('add'), useFormState('remove')]
  const check = paths.checkAnswers(locale)
  return (
    <QuestionPage
      back={{ href: check, label: t('question.back') }}
      errors={{ title: common('error.summary'), messages: forms.flatMap(({ summary }) => summary) }}
      title={t('cosigners.title')}
      lead={<p>{t('cosigners.lead')}</p>}
    >
      <div className="stack">
        {people.length > 0 ? (
          <SummaryList
            items={people.map(({ name, contacts }, at) => ({
              term: name,
              description: (
                <>
                  <p>{contacts}</p>
                  <PostForm intent="remove">
                    <HiddenFields values={{ at: String(at) }} />
                    <Button variant="quiet" small about={name}>
                      {t('cosigners.remove')}
                    </Button>
                  </PostForm>
                </>
              ),
            }))}
          />
        ) : null}
        {isFull ? (
          <Banner title={t('cosigners.full')}>{t('cosigners.fullHint')}</Banner>
        ) : (
          <PostForm intent="add" className="stack">
            {fields}
            <div>
              <Button variant="secondary">{t('cosigners.add')}</Button>
            </div>
          </PostForm>
        )}
        <div>
          <ButtonLink href={check}>{t('cosigners.done')}</ButtonLink>
        </div>
      </div>
    </QuestionPage>
  )
}
