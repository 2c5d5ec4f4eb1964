import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminCategory } from '../category-admin.queries.server.ts'

/** What the list of categories shows of each. */
export function useCategoryColumns(): Column<AdminCategory>[] {
  const { t } = useTranslation('categories')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      width: 'wide',
      cell: (category) => <a href={paths.category(category.id)}>{category.name}</a>,
    },
    { key: 'agency', header: t('list.agency'), cell: (category) => category.agency },
    { key: 'kind', header: t('list.kind'), width: 'min', cell: (category) => t(`kind.${category.legalKind}`) },
  ]
}
