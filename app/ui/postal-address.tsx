/** An address as it stands on an envelope, a line each; empty lines fall away. */
export function PostalAddress({ lines }: { lines: readonly (string | undefined)[] }) {
  const written = lines.filter((line) => line !== undefined && line !== '')
  return (
    <address className="address">
      {written.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  )
}
