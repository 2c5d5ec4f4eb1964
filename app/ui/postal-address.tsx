/** An address as it stands on an envelope, a line each; empty lines fall away. */
export function PostalAddress({ lines, lang }: { lines: readonly (string | undefined)[]; lang?: string }) {
  const written = lines.filter((line) => line !== undefined && line !== '')
  return (
    <address className="address" lang={lang}>
      {written.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  )
}
