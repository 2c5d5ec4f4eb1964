import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Panel } from '#app/ui/panel.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { toneOf, type NoticeLine } from '../notice.ts'

/** For colleagues: who was told what, by which channel, what became of it, and how often it was tried. */
export function NoticeLog({ notices }: { notices: readonly NoticeLine[] }) {
  const { t } = useTranslation('notices')
  if (notices.length === 0) return null
  return (
    <Panel title={t('title')}>
      <Timeline
        items={notices.map(({ id, kind, channel, to, state, at, tries, segments, failure }) => ({
          id,
          title: `${t(`kind.${kind}`)} · ${t(`channel.${channel}`)}`,
          when: at,
          tone: toneOf[state],
          body: (
            <>
              <p>
                <strong>{t(`state.${state}`)}</strong>
                {toneOf[state] === 'danger' ? `. ${t('elsewhere')}` : null}
              </p>
              <p className="muted">
                {[
                  to && `${t('to')}: ${to}`,
                  `${t('tries')}: ${tries}`,
                  segments !== null && `${t('segments')}: ${segments}`,
                  failure !== null && `${t('failure')}: ${failure}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </>
          ),
        }))}
      />
    </Panel>
  )
}
