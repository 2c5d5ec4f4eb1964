import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** One file in a zip. */
export interface ZipEntry {
  /** With folders, separated by `/`; never what somebody typed, unless it was made safe. */
  readonly name: string
  readonly content: Readable | Buffer
  /** The time that stands at it; now where left out. */
  readonly at?: Date
  /** What is packed already, as photos are, is kept as it is. */
  readonly packed?: boolean
}

/**
 * A zip of these files, written while they are read: one at a time, at the pace of whoever reads, whatever their size. It
 * ends with the failure of what it is made of; given up half-way, it gives up what it is reading.
 */
export function zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  let reading: Readable | undefined
  const fill = async () => {
    for await (const { name, content, at, packed = false } of entries) {
      if (output.destroyed) {
        if (!Buffer.isBuffer(content)) content.destroy()
        return
      }
      const stream = Buffer.isBuffer(content) ? Readable.from([content], { objectMode: false }) : content
      reading = stream
      // Asked before the zip hears of it: its own listener would come first, and this one too late.
      const read = finished(stream, { writable: false })
      zip.addReadStream(stream, name, { compress: !packed, ...(at ? { mtime: at } : {}) })
      await read
    }
    zip.end()
  }
  zip.on('error', (error: Error) => output.destroy(error))
  output.on('close', () => reading?.destroy())
  fill().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))))
  zip.outputStream.pipe(output)
  return output
}
