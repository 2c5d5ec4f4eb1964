import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import type { AdminTemplate } from '../templates.queries.server.ts'

/** What the list of templates shows of each. */
export function useTemplateColumns(): Column<AdminTemplate>[] {
  const { t } = useTranslation('templates')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      width: 'wide',
      cell: ({ id, name, language }) => (
        <a href={paths.template(id)} lang={language}>
          {name}
        </a>
      ),
    },
    {
      key: 'language',
      header: t('list.language'),
      width: 'min',
      cell: ({ language }) => <span lang={language}>{localeNames[language]}</span>,
    },
    { key: 'category', header: t('list.category'), cell: ({ category }) => category || t('list.everyCategory') },
  ]
}
