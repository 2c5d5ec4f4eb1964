import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { FileList } from '#app/ui/file-list.tsx'
import type { Attachment } from '../attachments.queries.server.ts'

interface AttachmentListProps {
  readonly attachments: readonly Attachment[]
  /** Where a file is opened; a draft's are not. */
  readonly href?: (attachmentId: string) => string
  /** A form that takes the file out again. */
  readonly action?: (attachment: Attachment) => ReactNode
}

/** The files that were added, with what each is and how large. */
export function AttachmentList({ attachments, href, action }: AttachmentListProps) {
  const { t } = useTranslation('attachments')
  return (
    <FileList
      label={t('list')}
      files={attachments.map((attachment) => ({
        id: attachment.id,
        name: attachment.name,
        details: `${t(`media.${attachment.media}`)}, ${attachment.size}`,
        href: href?.(attachment.id),
        action: action?.(attachment),
      }))}
    />
  )
}
