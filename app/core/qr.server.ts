import QRCode from 'qrcode'

/** A QR code as one SVG path in a square of `size` units, quiet zone included. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** Free units around the code, which readers need. */
const quiet = 4

/** Draws `text` as a QR code. */
export function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const dark = Array.from(modules.data, (bit, at) => (bit ? at : -1)).filter((at) => at >= 0)
  const path = dark
    .map((at) => `M${(at % modules.size) + quiet} ${Math.floor(at / modules.size) + quiet}h1v1h-1z`)
    .join('')
  return { size: modules.size + 2 * quiet, path }
}
