import { BarChart } from '#app/ui/charts/bar-chart.tsx'
import { ShareBar } from '#app/ui/charts/share-bar.tsx'
import { TileMap } from '#app/ui/charts/tile-map.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Samples } from './samples.ts'

/** Pictures of numbers, each with its figures. */
export function ChartParts({ s }: { s: Samples }) {
  const columns = { label: s.region, value: s.days }
  const words = (title: string) => ({ title, description: s.sentence, tableLabel: s.table })
  return (
    <div className="stack">
      <PageHeading title={s.parts.charts} caption={s.region} />
      <div className="grid-2">
        <Panel>
          <BarChart
            {...words(s.days)}
            columns={columns}
            bars={[
              ...s.regions.map((label, index) => ({ label, value: 60 - index * 11, text: `${60 - index * 11}` })),
              { label: s.agencyLong, value: 0.4, text: '0,4' },
            ]}
          />
        </Panel>
        <Panel>
          <ShareBar
            {...words(s.onTime)}
            columns={columns}
            parts={[
              { label: s.onTime, value: 1204, text: '1 204', tone: 'good' },
              { label: s.late, value: 130, text: '130', tone: 'danger' },
              { label: s.waiting, value: 260, text: '260', tone: 'neutral' },
            ]}
          />
        </Panel>
        <Panel>
          <TileMap
            {...words(s.parts.charts)}
            columns={columns}
            limits={[50, 75, 90, 97]}
            legend={['< 50 %', '50–74 %', '75–89 %', '90–96 %', '≥ 97 %']}
            tiles={Array.from({ length: 20 }, (_, index) => ({
              id: String(index),
              name: `${s.regions[index % s.regions.length] ?? ''} ${index + 1}`,
              short: ['АСТ', 'АЛА', 'ШЫМ', 'АБА', 'АҚМ'][index % 5] ?? '',
              column: index % 7,
              row: Math.floor(index / 7),
              value: index === 9 ? undefined : 100 - index * 3.5,
              text: index === 9 ? '–' : `${100 - index * 3.5}`.replace('.', ','),
            }))}
          />
        </Panel>
      </div>
    </div>
  )
}
