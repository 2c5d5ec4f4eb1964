import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminHotline } from '../hotlines.queries.server.ts'

/** What the list of numbers shows of each. */
export function useHotlineColumns(): Column<AdminHotline>[] {
  const { t } = useTranslation('hotlines')
  return [
    {
      key: 'number',
      header: t('list.number'),
      rowHeader: true,
      cell: (hotline) => (
        <a href={paths.hotline(hotline.id)} className="tabular">
          {hotline.number}
        </a>
      ),
    },
    { key: 'kind', header: t('kind.title'), width: 'wide', cell: (hotline) => t(`kind.${hotline.kind}`) },
  ]
}
