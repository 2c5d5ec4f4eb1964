import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

interface EditPageProps {
  readonly title: string
  readonly caption?: string
  readonly back: { readonly href: string; readonly label: string }
  readonly retired?: boolean
  readonly children: ReactNode
}

/** The page of one thing: its name, whether it is in use, what is wrong with the form that was sent, and its forms. */
export function EditPage({ title, caption, back, retired = false, children }: EditPageProps) {
  const { t } = useTranslation('changes')
  const { t: common } = useTranslation('common')
  const summary = useReplySummary()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        title={title}
        caption={caption}
        back={back}
        actions={retired ? <StatusTag text={t('list.retiredTag')} /> : undefined}
      />
      {children}
    </div>
  )
}
