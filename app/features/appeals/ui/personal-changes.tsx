import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { Step } from '../timeline.ts'

/** Fields of a person that have a name here; another is told by its own. */
const named = [
  'fullName',
  'iin',
  'bin',
  'organisationName',
  'representedName',
  'basis',
  'country',
  'address',
  'email',
  'phone',
  'ground',
] as const

interface PersonalChangesProps {
  /** Who did it. */
  readonly line: string
  readonly changes: NonNullable<Step['changes']>
}

/** Which values of a person were changed, and for who may see it from what to what. */
export function PersonalChanges({ line, changes }: PersonalChangesProps) {
  const { t } = useTranslation('appeals')
  const label = (field: string) => {
    const known = named.find((one) => one === field)
    return known ? t(`personal.field.${known}`) : field
  }
  const shown = (value: string | null) => (value === '' ? t('personal.erased') : (value ?? t('personal.none')))
  return (
    <>
      <p className="muted">{line}</p>
      <ul>
        {changes.map(({ field, values }) => (
          <li key={field}>
            {values
              ? field === 'ground'
                ? `${label(field)}: ${shown(values.after)}`
                : `${label(field)}: ${shown(values.before)} → ${shown(values.after)}`
              : label(field)}
          </li>
        ))}
      </ul>
    </>
  )
}
