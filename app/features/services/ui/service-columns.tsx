import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminPriorityGroup, AdminService } from '../service-admin.queries.server.ts'

/** What the list of services shows of each. */
export function useServiceColumns(): Column<AdminService>[] {
  const { t } = useTranslation('services')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      width: 'wide',
      cell: (service) => <a href={paths.service(service.id)}>{service.name}</a>,
    },
    { key: 'letter', header: t('list.letter'), width: 'min', cell: (service) => service.letter },
    { key: 'hall', header: t('list.hall'), cell: (service) => service.hall },
    { key: 'agency', header: t('list.agency'), width: 'wide', cell: (service) => service.agency },
  ]
}

/** What the list of priority groups shows of each. */
export function usePriorityGroupColumns(): Column<AdminPriorityGroup>[] {
  const { t } = useTranslation('services')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      width: 'wide',
      cell: (group) => <a href={paths.priorityGroup(group.id)}>{group.name}</a>,
    },
    { key: 'credit', header: t('groups.credit'), width: 'min', cell: (group) => group.creditMinutes },
  ]
}
