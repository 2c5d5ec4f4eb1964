import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { formatNumber } from '#app/core/i18n/numbers.ts'
import { ShareBar } from '#app/ui/charts/share-bar.tsx'
import { TileMap } from '#app/ui/charts/tile-map.tsx'
import type { OversightView } from '../oversight-view.server.ts'

/** Where answers come on time: on the map, and in the country as a whole. */
export function CountryCharts({ view: { lines, answers } }: { view: OversightView }) {
  const { t } = useTranslation('oversight')
  const { locale } = usePageScope()
  return (
    <div className="grid-2">
      <TileMap
        title={t('map.title')}
        description={t('map.description')}
        tableLabel={t('table.same')}
        columns={{ label: t('table.name'), value: t('figure.onTime') }}
        limits={[50, 75, 90]}
        legend={[t('map.below'), t('map.fifty'), t('map.seventyFive'), t('map.ninety')]}
        tiles={lines.map(({ slug, name, short, tile, figures }) => ({
          id: slug,
          name,
          short,
          ...tile,
          ...figures.onTime,
        }))}
      />
      {answers && (
        <ShareBar
          title={t('share.title')}
          description={t('share.description')}
          tableLabel={t('table.same')}
          columns={{ label: t('share.part'), value: t('figure.answered') }}
          parts={[
            {
              label: t('share.onTime'),
              value: answers.onTime,
              text: formatNumber(answers.onTime, locale),
              tone: 'good',
            },
            { label: t('share.late'), value: answers.late, text: formatNumber(answers.late, locale), tone: 'danger' },
          ]}
        />
      )}
    </div>
  )
}
