import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { FieldError } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { acceptedMedia } from '../media.ts'

interface AttachmentFieldProps {
  /** How many more may be added; with none the field is not there, and the page says so. */
  readonly most: number
  /** How large each may be, as people read it. */
  readonly size: string
  readonly error?: string
  readonly optionalLabel?: string
}

/** The choice of files, named `files`. Its form needs `PostForm files`, and whatever else it asks stands before it. */
export function AttachmentField({ most, size, error, optionalLabel }: AttachmentFieldProps) {
  const { t } = useTranslation('attachments')
  if (most === 0) {
    return (
      <div id="files">
        <FieldError id="files" error={error} />
        <InsetText>{t('field.full')}</InsetText>
      </div>
    )
  }
  return (
    <FileField
      name="files"
      label={t('field.label')}
      hint={t('field.hint', { most, size })}
      error={error}
      optionalLabel={optionalLabel}
      accept={acceptedMedia}
      multiple
    />
  )
}
