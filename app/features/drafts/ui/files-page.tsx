import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'
import { QuestionFrame } from './question-page.tsx'

interface FilesPageProps {
  readonly page: QuestionPageData
  /** The files that were added, each with the way to take it out. */
  readonly list: ReactNode
  /** The choice of files. */
  readonly field: ReactNode
}

/** The last question: whether files belong to the appeal. Either button takes along what was chosen. */
export function FilesPage({ page, list, field }: FilesPageProps) {
  const { t } = useTranslation('drafts')
  return (
    <QuestionFrame page={page}>
      <div className="stack">
        <h1>{t('files.title')}</h1>
        <p>{t('files.lead')}</p>
        {list}
        <PostForm intent="files" files className="stack">
          {field}
          <div className="cluster">
            <Button>{t('question.next')}</Button>
            <Button variant="secondary" name="next" value="stay">
              {t('files.more')}
            </Button>
          </div>
        </PostForm>
      </div>
    </QuestionFrame>
  )
}
