import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { administratorResets, ResetItem } from '../administrator-resets.queries.server.ts'
import { ProveYourself } from './prove-yourself.tsx'

interface ResetAdministratorPageProps {
  readonly resets: Awaited<ReturnType<typeof administratorResets>>
}

const toneOf = ({ outcome }: ResetItem) => (outcome === 'done' ? 'good' : outcome === 'waiting' ? 'neutral' : 'warn')

/** Where the platform helps a region's only administrator, and what came of it before. */
export function ResetAdministratorPage({ resets: { name, items } }: ResetAdministratorPageProps) {
  const { t } = useTranslation('accounts')
  const { t: common } = useTranslation('common')
  const { t: platform } = useTranslation('platform')
  const { summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        caption={name}
        title={t('resetAdministrator.title')}
        lead={t('resetAdministrator.lead')}
        back={{ href: paths.regions(), label: platform('regions.title') }}
      />
      {items.length > 0 ? (
        <Panel title={t('resetAdministrator.asked')}>
          <DataTable
            caption={t('resetAdministrator.asked')}
            captionHidden
            rows={[...items]}
            rowKey={(item) => item.id}
            columns={[
              { key: 'at', header: t('mail.when'), rowHeader: true, cell: (item) => item.at },
              {
                key: 'outcome',
                header: t('resetAdministrator.outcome'),
                cell: (item) => <StatusTag tone={toneOf(item)} text={t(`resetAdministrator.is.${item.outcome}`)} />,
              },
            ]}
          />
        </Panel>
      ) : null}
      <ul>
        <li>{t('resetAdministrator.only')}</li>
        <li>{t('resetFactor.what')}</li>
        <li>{t('resetFactor.sessions')}</li>
        <li>{t('resetFactor.password')}</li>
        <li>{t('resetFactor.mail')}</li>
      </ul>
      <ProveYourself cancel={paths.regions()} />
    </div>
  )
}
