import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { FileList, type FileItem } from '#app/ui/file-list.tsx'
import type { Attachment } from '../attachments.queries.server.ts'

interface AttachmentListProps {
  readonly attachments: readonly Attachment[]
  /** Where a file is opened; a draft's are not. */
  readonly href?: (attachmentId: string) => string
  /** What may be done with it: a form that takes it out again, a link. */
  readonly action?: (attachment: Attachment) => ReactNode
  /** Staff are told, too, what was not looked into and what the public may see. */
  readonly forStaff?: boolean
}

/** The files that were added, with what each is and how large; one that held a virus says so and cannot be opened. */
export function AttachmentList({ attachments, href, action, forStaff = false }: AttachmentListProps) {
  const { t } = useTranslation('attachments')
  const stateOf = ({ safety, publishable }: Attachment): FileItem['state'] => {
    if (safety === 'removed') return { text: t('safety.removed'), tone: 'danger' }
    if (!forStaff) return undefined
    if (safety !== 'clean') return { text: t(`safety.${safety}`), tone: 'neutral' }
    return publishable ? { text: t('blackOut.publishable'), tone: 'good' } : undefined
  }
  return (
    <FileList
      label={t('list')}
      files={attachments.map((attachment) => ({
        id: attachment.id,
        name: attachment.name,
        details: `${t(`media.${attachment.media}`)}, ${attachment.size}`,
        href: attachment.safety === 'removed' ? undefined : href?.(attachment.id),
        state: stateOf(attachment),
        action: action?.(attachment),
      }))}
    />
  )
}
