import { drawingWeight, mostWeight } from './drawing-weight.ts'
import { inTurn, loadSharp, unreadable, UnreadablePhoto } from './photos.server.ts'

export type EmblemFormat = 'png' | 'jpeg' | 'webp' | 'svg'

/** What a drawing or a picture may claim to measure: more than any coat of arms needs. */
const mostPixels = 40_000_000
const longestSeconds = 10
/** Side of the square it is drawn into: four times what a page or a letter shows. */
const side = 192

/** A picture as it was drawn anew, as PNG. */
export interface DrawnEmblem {
  readonly png: Buffer
  /** The longer side of what came, pixels; of a drawing the side it was drawn at. */
  readonly from: number
}

/**
 * The picture drawn anew as PNG, the longer side at most 192 pixels and of 256 colours: of an SVG nothing is left but its pixels. The drawing
 * library runs no script, and is given bytes without an address, so it opens no other file and asks no network. What would
 * take it long is not begun. Throws UnreadablePhoto.
 */
export function drawnEmblem(format: EmblemFormat, load: () => Promise<Buffer>): Promise<DrawnEmblem> {
  return inTurn(async () => draw(format, await load()))
}

async function draw(format: EmblemFormat, picture: Buffer): Promise<DrawnEmblem> {
  const sharp = await loadSharp()
  const isDrawing = format === 'svg'
  if (isDrawing && !(drawingWeight(picture.toString('utf8')) <= mostWeight))
    throw new UnreadablePhoto('This drawing has no end')
  const drawing = sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
  const { width = 0, height = 0, format: found } = await drawing.metadata().catch(unreadable)
  if (width === 0 || found !== format) throw new UnreadablePhoto(`This is no ${format}`)
  const png = await drawing
    .rotate()
    .resize(side, side, { fit: 'inside', withoutEnlargement: !isDrawing })
    .toColourspace('srgb')
    .timeout({ seconds: longestSeconds })
    // Some kilobytes: it is on the first page that anybody opens.
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
    .catch(unreadable)
  return { png, from: isDrawing ? side : Math.max(width, height) }
}
