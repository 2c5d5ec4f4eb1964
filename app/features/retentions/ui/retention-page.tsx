import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { StandingHold } from '../holds-shown.ts'
import type { Retention } from '../retentions.queries.server.ts'

interface RetentionPageProps {
  readonly retention: Retention
  readonly holds: readonly StandingHold[]
}

/** How long the region keeps what it knows of people, what goes next, and what may not go. */
export function RetentionPage({ retention: { terms, fixed, runs }, holds }: RetentionPageProps) {
  const { t } = useTranslation('retentions')
  return (
    <div className="stack">
      <PageHeading title={t('title')} lead={t('lead')} />
      <DataTable
        caption={t('terms')}
        captionHidden
        rows={[...terms]}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', header: t('kind.title'), rowHeader: true, cell: ({ kind }) => t(`kind.${kind}`) },
          {
            key: 'term',
            header: t('term'),
            cell: ({ amount, unit, rests }) => (
              <>
                {t(`amount.${unit}`, { amount })}
                {rests ? <div className="muted">{t('rests', { day: rests })}</div> : null}
              </>
            ),
          },
          {
            key: 'ends',
            header: t('ends'),
            cell: ({ least, most, unit }) => t(`between.${unit}`, { least, most }),
          },
          { key: 'over', header: t('over'), align: 'end', cell: ({ over }) => over ?? t('unknown') },
          {
            key: 'change',
            header: t('change'),
            headerHidden: true,
            width: 'min',
            cell: ({ kind }) => (
              <ButtonLink href={paths.retentionTerm(kind)} variant="secondary" small about={t(`kind.${kind}`)}>
                {t('change')}
              </ButtonLink>
            ),
          },
        ]}
      />
      <p className="muted">{t('forever')}</p>
      <Panel title={t('holds.title')}>
        <DataTable
          caption={t('holds.title')}
          captionHidden
          rows={[...holds]}
          rowKey={({ id }) => id}
          empty={<p className="muted">{t('holds.none')}</p>}
          columns={[
            { key: 'number', header: t('holds.number'), rowHeader: true, cell: ({ number }) => number },
            { key: 'reason', header: t('holds.reason'), width: 'wide', cell: ({ reason }) => reason },
            { key: 'by', header: t('holds.by'), cell: ({ by }) => by },
            { key: 'since', header: t('holds.since'), cell: ({ since }) => since },
          ]}
        />
      </Panel>
      <Panel title={t('runs.title')}>
        <DataTable
          caption={t('runs.title')}
          captionHidden
          rows={[...runs]}
          rowKey={({ at, kind }) => `${at} ${kind}`}
          empty={<p className="muted">{t('runs.none')}</p>}
          columns={[
            { key: 'at', header: t('runs.at'), rowHeader: true, cell: ({ at }) => at },
            { key: 'kind', header: t('runs.what'), cell: ({ kind }) => t(`runs.${kind}`) },
            { key: 'appeals', header: t('runs.count'), align: 'end', cell: ({ appeals }) => appeals },
          ]}
        />
      </Panel>
      <Panel title={t('fixed.title')}>
        <p>{t('fixed.lead')}</p>
        <DataTable
          caption={t('fixed.title')}
          captionHidden
          rows={[...fixed]}
          rowKey={({ table }) => table}
          columns={[
            { key: 'table', header: t('kind.title'), rowHeader: true, cell: ({ table }) => t(`fixed.${table}`) },
            { key: 'days', header: t('term'), cell: ({ days }) => t('amount.days', { amount: days }) },
          ]}
        />
      </Panel>
    </div>
  )
}
