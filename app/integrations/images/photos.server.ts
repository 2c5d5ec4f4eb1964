export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'gif'

/** The picture is broken, is none, or has more pixels than a telephone takes. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto'
}

/** A telephone's 50 megapixels and some more. What claims to be larger is not even begun. */
const mostPixels = 64_000_000
const longestSeconds = 30

let last: Promise<unknown> = Promise.resolve()

/**
 * The picture anew, in the same format: turned upright, without place, camera or anything else that was written beside
 * it, and without whatever else the file was. One picture at a time: each may need 200 MB. Throws UnreadablePhoto.
 */
export function redrawn(format: PhotoFormat, load: () => Promise<Buffer>): Promise<Buffer> {
  return inTurn(async () => redraw(format, await load()))
}

/** Draws when those before it are done. */
export function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  const drawn = last.then(draw)
  last = drawn.catch(() => undefined)
  return drawn
}

/** A rectangle in pixels from the upper left corner. */
interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * The picture as a JPEG with rectangles painted black before it is written: nothing of what was there is in the file, nor
 * anything that was written beside the picture. Of one that moves, its first moment. Throws UnreadablePhoto.
 */
export function blackedOut(
  load: () => Promise<Buffer>,
  areasOf: (size: { width: number; height: number }) => readonly Rectangle[],
): Promise<Buffer> {
  return inTurn(async () => paintOver(await load(), areasOf))
}

async function paintOver(
  picture: Buffer,
  areasOf: (size: { width: number; height: number }) => readonly Rectangle[],
): Promise<Buffer> {
  const sharp = await loadSharp()
  const drawing = sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .timeout({ seconds: longestSeconds })
  const { width = 0, height = 0 } = await drawing.metadata().catch(unreadable)
  if (width === 0) throw new UnreadablePhoto('This is no picture')
  const painted = areasOf({ width, height }).map(({ left, top, ...size }) => ({
    input: { create: { ...size, channels: 3 as const, background: 'black' } },
    left,
    top,
  }))
  return drawing.composite(painted).jpeg({ quality: 88 }).toBuffer().catch(unreadable)
}

/** Loaded with the first picture: the worker and an idle server do without its memory. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

async function redraw(format: PhotoFormat, picture: Buffer): Promise<Buffer> {
  const sharp = await loadSharp()
  const animated = format === 'gif' || format === 'webp'
  const drawing = sharp(picture, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true, animated })
    .rotate()
    .timeout({ seconds: longestSeconds })
  const { width = 0, format: found } = await drawing.metadata().catch(unreadable)
  if (width === 0 || found !== format) throw new UnreadablePhoto(`This is no ${format}`)
  const written = {
    jpeg: () => drawing.jpeg({ quality: 88 }),
    png: () => drawing.png({ compressionLevel: 7 }),
    webp: () => drawing.webp({ quality: 88 }),
    gif: () => drawing.gif(),
  }
  return written[format]().toBuffer().catch(unreadable)
}

/** Says of what the library throws that the picture is to blame. */
export function unreadable(error: unknown): never {
  throw new UnreadablePhoto((error as Error).message)
}
