import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { Choice } from '../choices.queries.server.ts'

/** What the list of choices shows of each. */
export function useChoiceColumns(): Column<Choice>[] {
  const { t } = useTranslation('ratings')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      cell: (choice) => <a href={paths.ratingChoice(choice.id)}>{choice.name}</a>,
    },
    { key: 'meaning', header: t('meaning.title'), width: 'wide', cell: (choice) => t(`meaning.${choice.meaning}`) },
  ]
}
