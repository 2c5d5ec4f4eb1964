import { useId, type ReactNode } from 'react'

type ChartSvgProps = { title: string; description: string; height: number; linked?: boolean; children: ReactNode }

/**
 * The drawing of a chart: as wide as its place, `height` pixels high. Widths inside are per cent, so that words keep
 * their size on a telephone. A drawing with links in it is a group, since nobody finds a link inside an image.
 */
export function ChartSvg({ title, description, height, linked, children }: ChartSvgProps) {
  const id = useId()
  return (
    <svg
      className="chart-svg"
      width="100%"
      height={height}
      role={linked ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  )
}
