import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminHall } from '../hall-admin.queries.server.ts'

/** What the list of halls shows of each. */
export function useHallColumns(): Column<AdminHall>[] {
  const { t } = useTranslation('halls')
  return [
    {
      key: 'name',
      header: t('catalogue.name'),
      rowHeader: true,
      cell: (hall) => <a href={paths.hall(hall.id)}>{hall.name}</a>,
    },
    { key: 'address', header: t('catalogue.address'), width: 'wide', cell: (hall) => hall.address },
    { key: 'desks', header: t('catalogue.desks'), width: 'min', align: 'end', cell: (hall) => String(hall.desks) },
  ]
}
