import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminAgency } from '../agency-admin.queries.server.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'

/** What the list of agencies shows of each. */
export function useAgencyColumns(): Column<AdminAgency>[] {
  const { t } = useTranslation('agencies')
  const { locale } = usePageScope()
  const nameIn = { kk: 'nameKk', ru: 'nameRu', en: 'nameEn' } as const
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      width: 'wide',
      cell: (agency) => <a href={paths.agency(agency.id)}>{agency.name}</a>,
    },
    { key: 'level', header: t('level.title'), width: 'min', cell: (agency) => t(`short.${agency.level}`) },
    {
      key: 'planned',
      header: t('list.planned'),
      cell: ({ names }) => {
        const planned = names.findLast(({ state }) => state === 'planned')
        return planned ? `${planned[nameIn[locale]]} (${planned.from})` : '—'
      },
    },
  ]
}
