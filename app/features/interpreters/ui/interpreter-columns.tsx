import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminInterpreter } from '../interpreters.queries.server.ts'
import { isLanguage } from '../languages.ts'

/** What the list of interpreters shows of each. */
export function useInterpreterColumns(): Column<AdminInterpreter>[] {
  const { t } = useTranslation('interpreters')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      cell: (person) => <a href={paths.interpreter(person.id)}>{person.fullName}</a>,
    },
    {
      key: 'languages',
      header: t('list.languages'),
      width: 'wide',
      cell: (person) =>
        [
          ...person.languages.map((code) => (isLanguage(code) ? t(`language.${code}`) : code)),
          ...(person.signLanguage ? [t('short.signLanguage')] : []),
        ].join(', '),
    },
    {
      key: 'where',
      header: t('list.where'),
      cell: (person) =>
        [...(person.onSite ? [t('short.onSite')] : []), ...(person.remote ? [t('short.remote')] : [])].join(', '),
    },
  ]
}
