import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { getAdminAgency } from '../agency-admin.queries.server.ts'

type Agency = Awaited<ReturnType<typeof getAdminAgency>>

/** Why an agency cannot be retired now; undefined where it can. */
export function useAgencyHold({ open }: Agency): string | undefined {
  const { t } = useTranslation('agencies')
  return open.count > 0 ? t('error.hasOpen', { count: open.count, numbers: open.numbers.join(', ') }) : undefined
}

/** What will go on naming a retired agency. */
export function AgencyNamedBy({ named }: { named: Agency['named'] }) {
  const { t } = useTranslation('agencies')
  const lines = [
    ...(named.staff > 0 ? [t('retire.staff', { count: named.staff })] : []),
    ...(named.categories > 0 ? [t('retire.categories', { count: named.categories })] : []),
    ...(named.desks > 0 ? [t('retire.desks', { count: named.desks })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
