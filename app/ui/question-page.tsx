import type { ReactNode } from 'react'
import { ErrorSummary, type FieldMessage } from '#app/ui/error-summary.tsx'
import { BackLink } from '#app/ui/page-heading.tsx'

type QuestionPageProps = {
  back?: { href: string; label: string }
  /** What has to be put right on this page. */
  errors?: { title: string; messages: FieldMessage[] }
  /** Where one is: "Question 3 of 8". */
  progress?: string
  /** The h1, where no single field asks the question by its own `asHeading`. */
  title?: string
  lead?: ReactNode
  children: ReactNode
}

/** One question a page: the way back, where one is, the question, and nothing else. */
export function QuestionPage({ back, errors, progress, title, lead, children }: QuestionPageProps) {
  return (
    <div className="question">
      {back && <BackLink {...back} />}
      {errors && <ErrorSummary title={errors.title} errors={errors.messages} />}
      {progress && <p className="page-heading-caption">{progress}</p>}
      {title && <h1>{title}</h1>}
      {lead && <div className="page-heading-lead">{lead}</div>}
      <div className="question-body">{children}</div>
    </div>
  )
}
