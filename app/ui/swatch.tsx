/** A colour as it looks, with its code. */
export function Swatch({ colour, label }: { readonly colour: string; readonly label: string }) {
  return (
    <p className="swatch">
      <svg width="40" height="24" viewBox="0 0 40 24" aria-hidden="true" focusable="false">
        <rect width="40" height="24" rx="4" fill={colour} />
      </svg>
      <span>
        {label}: <span className="tabular">{colour}</span>
      </span>
    </p>
  )
}
