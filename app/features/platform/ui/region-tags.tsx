import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { RegionPage } from '../console.queries.server.ts'

type Region = Pick<RegionPage['items'][number], 'status' | 'muted' | 'troubles'>

/** A region's state, and what is wrong with it. */
export function RegionTags({ region: { status, muted, troubles } }: { region: Region }) {
  const { t } = useTranslation('platform')
  return (
    <span className="cluster">
      <StatusTag
        tone={status === 'active' ? 'good' : status === 'archived' ? 'neutral' : 'warn'}
        text={t(`status.${status}`)}
      />
      {muted ? <StatusTag tone="info" text={t('console.muted')} /> : null}
      {troubles.map((trouble) => (
        <StatusTag
          key={trouble}
          tone={trouble === 'failedNotices' ? 'warn' : 'danger'}
          text={t(`console.trouble.${trouble}`)}
        />
      ))}
    </span>
  )
}
