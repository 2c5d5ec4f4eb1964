import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { describePack } from '../describe-pack.queries.server.ts'

/** What the region's pack holds, to take along, and the way to what differs from the one it was made from. */
export function PackPage({ counts, base }: Awaited<ReturnType<typeof describePack>>) {
  const { t } = useTranslation('packs')
  return (
    <div className="stack">
      <PageHeading title={t('page.title')} lead={t('page.lead')} />
      <DataTable
        caption={t('page.holds')}
        rows={[...counts]}
        rowKey={({ part }) => part}
        columns={[
          {
            key: 'part',
            header: t('page.part'),
            rowHeader: true,
            width: 'wide',
            cell: ({ part }) => t(`part.${part}`),
          },
          {
            key: 'count',
            header: t('page.count'),
            align: 'end',
            width: 'min',
            cell: ({ count }) => <span className="tabular">{count}</span>,
          },
        ]}
      />
      <p>{t('page.leftOut')}</p>
      <div>
        <ButtonLink href={paths.packFile()} download>
          {t('page.download')}
        </ButtonLink>
      </div>
      <Panel title={t('page.origin')}>
        <p>{base ? t('page.madeFrom', { name: base.name, version: base.version }) : t('page.unknownOrigin')}</p>
        <p>
          <a href={paths.comparePack()}>{t('compare.link')}</a>
        </p>
      </Panel>
    </div>
  )
}
