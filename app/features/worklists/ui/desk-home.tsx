import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Panel } from '#app/ui/panel.tsx'
import { StatTiles } from '#app/ui/stat-tiles.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { Worklist } from '../worklist-page.queries.server.ts'

const most = 1000

/** A count as it is written: past a thousand nobody counts on. */
export const shownCount = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : count > most ? '1 000+' : String(count)

/** How a day begins: what waits for this person, what is due, and which colleagues asked for them. */
export function DeskHome({ list }: { list: Worklist }) {
  const { t } = useTranslation('appeals')
  const { counts, mentions, waitsFor } = list
  const first = waitsFor[0]
  const todo =
    first === undefined
      ? { number: shownCount(counts.open) ?? '', label: t('home.open'), href: paths.worklist({ view: 'open' }) }
      : {
          number: shownCount(counts.todo) ?? '',
          label: t(`home.${first === 'forwarded' ? 'assigned' : first}`),
          href: paths.worklist({ view: 'todo' }),
        }
  const mention =
    mentions.length > 0 ? [{ number: String(mentions.length), label: t('home.mentions'), href: '#mentions' }] : []
  return (
    <>
      <StatTiles
        label={t('home.title')}
        tiles={[
          todo,
          {
            number: shownCount(counts.today) ?? '',
            label: t('home.today'),
            href: paths.worklist({ view: 'open', due: 'today' }),
          },
          {
            number: shownCount(counts.overdue) ?? '',
            label: t('home.overdue'),
            href: paths.worklist({ view: 'overdue' }),
            ...(counts.overdue > 0 ? { tone: 'danger' as const } : {}),
          },
          ...mention,
        ]}
      />
      {mentions.length > 0 ? (
        <Panel title={t('home.mentions')} id="mentions">
          <Timeline
            items={mentions.map((mention) => ({
              id: mention.noteId,
              title: (
                <>
                  <a href={paths.appeal(mention.appealId)} className="tabular">
                    {mention.number}
                  </a>
                  {` · ${mention.by}`}
                </>
              ),
              when: { dateTime: mention.dateTime, text: mention.at },
              body: <p className="pre-line">{mention.text}</p>,
              tone: mention.returned ? ('warn' as const) : ('info' as const),
            }))}
          />
        </Panel>
      ) : null}
    </>
  )
}
