import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminDistrict } from '../districts.queries.server.ts'

/** What the list of districts shows of each. */
export function useDistrictColumns(): Column<AdminDistrict>[] {
  const { t } = useTranslation('districts')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      cell: (district) => <a href={paths.district(district.id)}>{district.name}</a>,
    },
    { key: 'words', header: t('form.words'), width: 'wide', cell: (district) => district.words },
  ]
}
