import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import type { Column } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { AdminRule } from '../rules.queries.server.ts'

/** What the list of rules shows of each. */
export function useRuleColumns(): Column<AdminRule>[] {
  const { t } = useTranslation('routing')
  return [
    {
      key: 'name',
      header: t('list.name'),
      rowHeader: true,
      cell: ({ id, name }) => <a href={paths.routingRule(id)}>{name}</a>,
    },
    {
      key: 'words',
      header: t('list.words'),
      width: 'wide',
      cell: ({ words, places }) => [words, places].filter(Boolean).join('; ') || t('list.otherwise'),
    },
    {
      key: 'agency',
      header: t('list.agency'),
      cell: ({ agency, idle }) => (
        <>
          {agency} {idle ? <StatusTag tone="warn" text={t('list.idle')} /> : null}
        </>
      ),
    },
  ]
}
