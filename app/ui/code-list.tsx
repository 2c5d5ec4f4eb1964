/** Codes to print or copy by hand, each on a line of its own. */
export function CodeList({ codes, label }: { codes: readonly string[]; label: string }) {
  return (
    <ul className="code-list" aria-label={label}>
      {codes.map((code) => (
        <li key={code} className="tabular" translate="no">
          {code}
        </li>
      ))}
    </ul>
  )
}
