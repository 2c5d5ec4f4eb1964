import { ChartFigure, type ChartWords } from '#app/ui/charts/chart-figure.tsx'
import { ChartSvg } from '#app/ui/charts/chart-svg.tsx'
import { barLengths, linesOf, stack } from '#app/ui/charts/geometry.ts'

export type Bar = {
  label: string
  value: number
  /** The value as it is written: "1 204", "12,4 days". */
  text: string
}

type BarChartProps = ChartWords & {
  level?: 2 | 3
  bars: readonly Bar[]
  columns: { label: string; value: string }
}

/** What a telephone shows of a label beside its value, in letters. */
const longestLine = 30
const lineHeight = 20
const barHeight = 12
const gap = 20

/** Horizontal bars, one under the other in the order given; label and value above each. */
export function BarChart({ bars, columns, level, ...words }: BarChartProps) {
  const lengths = barLengths(bars.map(({ value }) => value))
  const labels = bars.map(({ label }) => linesOf(label, longestLine))
  const { tops, height } = stack(
    labels.map((lines) => lines.length * lineHeight + barHeight),
    gap,
  )
  const drawn = bars.map((bar, index) => {
    return { ...bar, lines: labels[index] ?? [], y: tops[index] ?? 0, length: lengths[index] ?? 0 }
  })
  return (
    <ChartFigure
      {...words}
      level={level}
      columns={[columns.label, columns.value]}
      rows={bars.map(({ label, text }) => ({ key: label, name: label, cells: [text] }))}
    >
      <ChartSvg title={words.title} description={words.description} height={height}>
        {drawn.map(({ label, lines, text, y, length }) => (
          <g key={label} className="bar">
            {lines.map((line, index) => (
              <text key={line} x="0" y={y + 14 + index * lineHeight}>
                {line}
              </text>
            ))}
            <text className="bar-value" x="100%" y={y + 14} textAnchor="end">
              {text}
            </text>
            <rect className="bar-line" x="0" y={y + lines.length * lineHeight} width="100%" height={barHeight} rx="2" />
            <rect
              className="bar-fill"
              x="0"
              y={y + lines.length * lineHeight}
              width={`${length.toFixed(2)}%`}
              height={barHeight}
              rx="2"
            />
          </g>
        ))}
      </ChartSvg>
    </ChartFigure>
  )
}
