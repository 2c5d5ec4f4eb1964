import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { addressOf, type OversightQuery, type Sort } from '../oversight-query.ts'
import type { RegionLine } from '../oversight-view.server.ts'

const figures = ['received', 'open', 'answered', 'onTime', 'median', 'perThousand'] as const

interface RegionTableProps {
  readonly query: OversightQuery
  readonly lines: readonly RegionLine[]
}

/** Every connected region, to be put in order by any column; below, the country's other regions. */
export function RegionTable({ query, lines }: RegionTableProps) {
  const { t } = useTranslation('oversight')
  const others = lines.filter(({ connected }) => !connected)
  const sortedBy = (sort: Sort): Column<RegionLine>['sort'] => {
    const isSorted = query.sort === sort
    // Numbers are looked at from the top, names from the beginning.
    const first = sort === 'name' ? 'asc' : 'desc'
    const other = query.order === 'asc' ? 'desc' : 'asc'
    return {
      href: paths.oversight(addressOf(query, { sort, order: isSorted ? other : first })),
      direction: isSorted ? (query.order === 'asc' ? 'ascending' : 'descending') : undefined,
    }
  }
  return (
    <section className="stack" aria-label={t('table.title')}>
      <DataTable
        caption={t('table.title')}
        dense
        rows={lines.filter(({ connected }) => connected)}
        rowKey={(line) => line.slug}
        columns={[
          {
            key: 'name',
            header: t('table.name'),
            rowHeader: true,
            sort: sortedBy('name'),
            cell: ({ slug, name }) => (
              <a href={`${paths.oversight(addressOf(query, { region: slug }))}#parts`}>{name}</a>
            ),
          },
          ...figures.map((name) => ({
            key: name,
            header: t(`figure.${name}`),
            align: 'end' as const,
            sort: sortedBy(name),
            cell: (line: RegionLine) => line.figures[name].text,
          })),
          {
            key: 'lastEvent',
            header: t('table.lastEvent'),
            cell: ({ lastEvent }) => lastEvent,
          },
        ]}
      />
      {others.length > 0 && (
        <p>
          {t('table.notConnected')} {others.map(({ name }) => name).join(', ')}
        </p>
      )}
      <p>
        <ButtonLink variant="secondary" href={paths.oversightTable(addressOf(query))} download>
          {t('table.download')}
        </ButtonLink>
      </p>
    </section>
  )
}
