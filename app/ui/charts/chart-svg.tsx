import { useId, type ReactNode } from 'react'

type ChartSvgProps = { title: string; description: string; height: number; children: ReactNode }

/**
 * The drawing of a chart: as wide as its place, `height` pixels high. Widths inside are per cent, so that words keep
 * their size on a telephone.
 */
export function ChartSvg({ title, description, height, children }: ChartSvgProps) {
  const id = useId()
  return (
    <svg
      className="chart-svg"
      width="100%"
      height={height}
      // An <img> would need an address; the drawing is made here.
      // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  )
}
