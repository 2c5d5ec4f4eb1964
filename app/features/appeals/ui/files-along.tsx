import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CheckboxGroup } from '#app/ui/choices.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

/** Which of the person's files a body sees that sees nothing else; none unless they are ticked. */
export function FilesAlong({ id, files }: { id: string; files: DeskAppeal['files'] }) {
  const { t } = useTranslation('appeals')
  if (files.length === 0) return null
  return (
    <CheckboxGroup
      id={id}
      name="files"
      label={t('split.files')}
      options={files.map((file) => ({ value: file.id, label: file.name }))}
    />
  )
}
