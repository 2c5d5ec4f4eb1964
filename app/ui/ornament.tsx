import { useId } from 'react'

const horns =
  'M20 14V9.5C20 4 9 2.6 9 8c0 3.6 5 3.6 5 .6M20 9.5C20 4 31 2.6 31 8c0 3.6-5 3.6-5 .6M0 8.5l2.5-3M40 8.5l-2.5-3'

/** A line of қошқар мүйіз, ram's horns; with `motif`, one pair of them. Decoration only. */
export function Ornament({ motif = false }: { motif?: boolean }) {
  const id = useId()
  if (motif) {
    return (
      <svg className="ornament" viewBox="0 0 40 16" width={80} height={32} aria-hidden="true" focusable="false">
        <path d={horns} />
      </svg>
    )
  }
  return (
    <svg className="ornament" width="100%" height={16} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="40" height="16" patternUnits="userSpaceOnUse">
          <path d={horns} />
        </pattern>
      </defs>
      <rect width="100%" height="16" fill={`url(#${id})`} />
    </svg>
  )
}
