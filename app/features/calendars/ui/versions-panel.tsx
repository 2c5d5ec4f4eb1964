import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

export type ChangeState = 'draft' | 'announced' | 'moving' | 'applied' | 'discarded'

const tones: Readonly<Record<ChangeState, Tone>> = {
  draft: 'info',
  announced: 'info',
  moving: 'warn',
  applied: 'good',
  discarded: 'neutral',
}

export const toneOfState = (state: ChangeState): Tone => tones[state]

interface Version {
  readonly id: string
  readonly state: ChangeState
  readonly lines: readonly string[]
  readonly source: string
  readonly who: string
  readonly at: string
}

/** Every version of a calendar, newest first: what it changed, on what ground, who and when. */
export function VersionsPanel({ versions, hrefOf }: { versions: readonly Version[]; hrefOf: (id: string) => string }) {
  const { t } = useTranslation('calendars')
  return (
    <Panel title={t('versions.title')}>
      <DataTable
        caption={t('versions.title')}
        captionHidden
        rows={[...versions]}
        rowKey={(version) => version.id}
        columns={[
          {
            key: 'what',
            header: t('versions.what'),
            rowHeader: true,
            width: 'wide',
            cell: (version) => <a href={hrefOf(version.id)}>{linesText(version.lines)}</a>,
          },
          { key: 'source', header: t('change.source'), cell: (version) => version.source },
          {
            key: 'who',
            header: t('versions.who'),
            width: 'min',
            cell: (version) => [version.who || t('versions.platform'), version.at].join(', '),
          },
          {
            key: 'state',
            header: t('versions.state'),
            width: 'min',
            cell: (version) => <StatusTag tone={toneOfState(version.state)} text={t(`state.${version.state}`)} />,
          },
        ]}
        empty={<EmptyState title={t('versions.none')} />}
      />
    </Panel>
  )
}

/** So many lines of a change are read in a list; a year of holidays has more. */
const mostLines = 4

const linesText = (lines: readonly string[]): string =>
  lines.length > mostLines ? `${lines.slice(0, mostLines).join('; ')}; … (${lines.length})` : lines.join('; ')
