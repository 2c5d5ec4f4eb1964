import { useId } from 'react'

type QrCodeProps = { label: string; size: number; path: string }

/** A QR code, dark on light whatever the theme: readers need it so. */
export function QrCode({ label, size, path }: QrCodeProps) {
  const titleId = useId()
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} aria-labelledby={titleId} shapeRendering="crispEdges">
      <title id={titleId}>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
