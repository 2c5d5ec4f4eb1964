import { ChartFigure, type ChartWords } from '#app/ui/charts/chart-figure.tsx'
import { linePoints } from '#app/ui/charts/geometry.ts'

export type LineSeries = {
  name: string
  values: readonly number[]
  /** The values as they are written, one for each. */
  texts: readonly string[]
}

type LineMultiplesProps = ChartWords & {
  level?: 2 | 3
  /** What the values stand over: months, weeks. */
  periods: readonly string[]
  series: readonly LineSeries[]
  /** The head of the table's first column. */
  nameColumn: string
}

const box = { width: 120, height: 40, inset: 4 }

/** A number's way through the last periods, without axes; decoration beside the number itself. */
export function Sparkline({ values, highest }: { values: readonly number[]; highest?: number }) {
  const points = linePoints(values, { ...box, highest })
  const last = points.at(-1)
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${box.width} ${box.height}`}
      width={box.width}
      height={box.height}
      aria-hidden="true"
      focusable="false"
    >
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x.toFixed(1)} cy={last.y.toFixed(1)} r="3" />}
    </svg>
  )
}

/** The same small line for many, on one scale, with the latest value in words. */
export function LineMultiples({ periods, series, nameColumn, level, ...words }: LineMultiplesProps) {
  const highest = Math.max(...series.flatMap(({ values }) => values))
  return (
    <ChartFigure
      {...words}
      level={level}
      columns={[nameColumn, ...periods]}
      rows={series.map(({ name, texts }) => ({ key: name, name, cells: texts }))}
    >
      <ul className="multiples">
        {series.map(({ name, values, texts }) => (
          <li key={name} className="multiple">
            <span className="multiple-name">{name}</span>
            <Sparkline values={values} highest={highest} />
            <span className="multiple-last">{texts.at(-1)}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}
