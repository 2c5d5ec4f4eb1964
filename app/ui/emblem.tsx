interface EmblemProps {
  readonly size?: number
  /** A region's own emblem in the place of the house mark. */
  readonly src?: string | undefined
}

/** The house mark, a shanyrak seen as a window, or the region's own emblem. Decoration: the name stands beside it. */
export function Emblem({ size = 48, src }: EmblemProps) {
  if (src) return <img className="emblem emblem-own" src={src} width={size} height={size} alt="" />
  return (
    <svg className="emblem" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="21" />
      <circle cx="24" cy="24" r="15" />
      <path d="M24 3v6M24 39v6M3 24h6M39 24h6M9.2 9.2l4.2 4.2M34.6 34.6l4.2 4.2M38.8 9.2l-4.2 4.2M13.4 34.6l-4.2 4.2" />
      <path d="M19 9.9q3 14.1 0 28.2M29 9.9q-3 14.1 0 28.2M9.9 19q14.1 3 28.2 0M9.9 29q14.1-3 28.2 0" />
    </svg>
  )
}
