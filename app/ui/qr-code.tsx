type QrCodeProps = { label: string; size: number; path: string }

/** A QR code, dark on light whatever the theme: readers need it so. */
export function QrCode({ label, size, path }: QrCodeProps) {
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
