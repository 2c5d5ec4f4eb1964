interface MarkedTextProps {
  /** Together they are the text; a marked one stands out. */
  readonly pieces: readonly { readonly text: string; readonly marked: boolean }[]
}

/** A text in which what was looked for is marked. */
export function MarkedText({ pieces }: MarkedTextProps) {
  return (
    <>
      {pieces.map(({ text, marked }, at) =>
        // oxlint-disable-next-line react/no-array-index-key -- pieces have no names, and never change places
        marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  )
}
