import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { AdditionPage } from '../tracked-appeal.queries.server.ts'

interface AddInformationPageProps {
  readonly page: AdditionPage
  /** The files kept so far, each with its way out. */
  readonly kept: ReactNode
  /** The choice of more files. */
  readonly choice: (error: string | undefined) => ReactNode
}

/** Something to add to an appeal: words, files, or both. When the appeal is closed the words stay, and it says why. */
export function AddInformationPage({ page, kept, choice }: AddInformationPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { value, error, summary } = useFormState('add')
  const words = value('text')
  return (
    <QuestionPage
      back={{ href: paths.trackedAppeal(locale, page.id), label: t('tracked.back') }}
      errors={{ title: common('error.summary'), messages: summary }}
      progress={`${t('tracked.title')} ${page.number}`}
      title={t('addition.title')}
      lead={page.open ? <p>{t('addition.lead')}</p> : undefined}
    >
      {page.open ? (
        <>
          {kept}
          <PostForm intent="add" files className="stack">
            <TextArea
              name="text"
              label={t('addition.text')}
              hint={t('addition.textHint')}
              defaultValue={words}
              error={error('text')}
              rows={6}
              spellCheck
            />
            {choice(error('files'))}
            <div>
              <Button>{t('addition.send')}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <>
          <Banner title={t('addition.closed')}>{t('addition.closedHint')}</Banner>
          {words ? (
            <Panel title={t('addition.kept')}>
              <p className="pre-line">{words}</p>
            </Panel>
          ) : null}
        </>
      )}
    </QuestionPage>
  )
}
