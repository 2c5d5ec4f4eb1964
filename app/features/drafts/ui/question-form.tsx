import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'

/** The form of a question with its one button. */
export function QuestionForm({ children }: { children: ReactNode }) {
  const { t } = useTranslation('drafts')
  return (
    <PostForm className="stack">
      {children}
      <div>
        <Button>{t('question.next')}</Button>
      </div>
    </PostForm>
  )
}

/** What a field of the question's form starts with: what was just typed, or what was answered before. */
export function useAnswerFields(page: QuestionPageData) {
  const { sent, value, error } = useFormState()
  const typed = (name: string) => (sent ? value(name) : page.values[name])
  return {
    typed,
    error,
    /** Whether it was said that there is no such number: ticked just now, or answered with nothing before. */
    ticked: (tick: string, number: string) => (sent ? value(tick) === 'yes' : page.values[number] === ''),
    field: (name: string) => ({ name, defaultValue: typed(name), error: error(name) }),
  }
}
