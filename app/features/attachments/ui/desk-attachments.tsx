import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import type { Attachment } from '../attachments.queries.server.ts'
import { AttachmentList } from './attachment-list.tsx'

interface DeskAttachmentsProps {
  readonly appealId: string
  readonly files: readonly Attachment[]
  readonly canBlackOut: boolean
}

/** The files of an appeal at a desk: each opens, and places of a photo can be blacked out. */
export function DeskAttachments({ appealId, files, canBlackOut }: DeskAttachmentsProps) {
  const { t } = useTranslation('attachments')
  return (
    <AttachmentList
      forStaff
      attachments={files}
      href={(fileId) => paths.deskFile(appealId, fileId)}
      action={({ id, name, media, safety }) =>
        canBlackOut && media === 'photo' && safety !== 'removed' ? (
          <ButtonLink href={paths.blackOut(appealId, id)} variant="quiet" small about={name}>
            {t('blackOut.link')}
          </ButtonLink>
        ) : null
      }
    />
  )
}
