import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Panel } from '#app/ui/panel.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { toneOf, type NoticeLine } from '../notice.ts'

/** For the person: what was sent where, in plain words, and whether it came. */
export function ToldLog({ notices }: { notices: readonly NoticeLine[] }) {
  const { t } = useTranslation('notices')
  if (notices.length === 0) return null
  return (
    <Panel title={t('told.title')}>
      <Timeline
        items={notices.map(({ id, kind, channel, to, state, at }) => ({
          id,
          title: `${t(`kind.${kind}`)} · ${t(`channel.${channel}`)}`,
          when: at,
          // Nothing that the person could mend: it is on this very page.
          tone: toneOf[state] === 'danger' ? 'warn' : toneOf[state],
          body: [to && `${t('to')}: ${to}.`, t(`told.${state === 'undeliverable' ? 'failed' : state}`)]
            .filter(Boolean)
            .join(' '),
        }))}
      />
    </Panel>
  )
}
