import { useId } from 'react'
import { ChartFigure, type ChartWords } from '#app/ui/charts/chart-figure.tsx'
import { ChartSvg } from '#app/ui/charts/chart-svg.tsx'
import { sharesOf } from '#app/ui/charts/geometry.ts'

export type SharePart = {
  label: string
  value: number
  /** The value as it is written: "94 % (1 204)". */
  text: string
  tone: 'good' | 'danger' | 'neutral'
}

type ShareBarProps = ChartWords & {
  parts: readonly SharePart[]
  columns: { label: string; value: string }
}

const height = 28

/** A whole and its parts in one bar: on time and late. Parts differ by pattern as well as by colour. */
export function ShareBar({ parts, columns, ...words }: ShareBarProps) {
  const id = useId()
  const shares = sharesOf(parts.map(({ value }) => value))
  return (
    <ChartFigure
      {...words}
      columns={[columns.label, columns.value]}
      rows={parts.map(({ label, text }) => ({ key: label, name: label, cells: [text] }))}
    >
      <ChartSvg title={words.title} description={words.description} height={height}>
        <Patterns id={id} />
        {parts.map(({ label, tone }, index) => {
          const { from = 0, share = 0 } = shares[index] ?? {}
          return <Swatch key={label} id={id} tone={tone} x={`${from.toFixed(2)}%`} width={`${share.toFixed(2)}%`} />
        })}
      </ChartSvg>
      <ul className="share-legend">
        {parts.map(({ label, text, tone }) => (
          <li key={label}>
            <svg width="16" height="16" aria-hidden="true" focusable="false">
              <Swatch id={id} tone={tone} x="0" width="100%" />
            </svg>
            <span>
              {label}: <strong>{text}</strong>
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}

type SwatchProps = { id: string; tone: SharePart['tone']; x: string; width: string }

function Swatch({ id, tone, x, width }: SwatchProps) {
  return (
    <>
      <rect className={`share share-${tone}`} x={x} y="0" width={width} height="100%" />
      {tone !== 'good' && <rect x={x} y="0" width={width} height="100%" fill={`url(#${id}-${tone})`} />}
    </>
  )
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-danger`} className="share-pattern" width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M-2 10 10-2M-2 2 2-2M6 10l4-4" />
      </pattern>
      <pattern id={`${id}-neutral`} className="share-pattern" width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M4 3.5v1" />
      </pattern>
    </defs>
  )
}
