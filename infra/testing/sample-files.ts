import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

/** One file of an archive; `claims` is the unpacked length it is listed with, where that is a lie. */
interface Entry {
  readonly name: string
  readonly content: string | Buffer
  readonly stored?: boolean
  readonly claims?: number
  readonly encrypted?: boolean
}

/** An archive as a word processor writes it. */
export function zipOf(entries: readonly Entry[], comment = ''): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, stored = false, claims, encrypted = false } of entries) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(encrypted ? 1 : 0, 2)
    facts.writeUInt16LE(stored ? 0 : 8, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims ?? plain.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, more, Buffer.from(name)]))
    bodies.push(local)
    at += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...bodies, directory, end, Buffer.from(comment)])
}

const types = { name: '[Content_Types].xml', content: '<Types/>' }
export const docxOf = (...more: Entry[]) =>
  zipOf([types, { name: 'word/document.xml', content: '<w:document/>' }, ...more])
export const xlsx = () => zipOf([types, { name: 'xl/workbook.xml', content: '<workbook/>' }])
export const odt = () =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
  ])

export const pdf = () => Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** What stands in and beside a picture. */
export const pictureFacts = async (picture: Buffer) => sharp(picture).metadata()

/** A photograph as a telephone takes it: lying on its side, with the place it was taken at. 4 by 2 pixels when upright. */
export function photo(format: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg', width = 2, height = 4): Promise<Buffer> {
  const drawn = sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
  if (format !== 'jpeg') return drawn.toFormat(format).toBuffer()
  return drawn
    .withExif({
      IFD0: { Make: 'Synaq telefony' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '76/1 57/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A photograph of one colour, as large as asked. */
export const plainPhoto = (format: 'jpeg' | 'png' | 'webp' | 'gif', width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha } } })
    .toFormat(format)
    .toBuffer()

/** The colour of a pixel of a picture, red, green and blue. */
export async function pixelOf(picture: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const at = (y * info.width + x) * info.channels
  return [...data.subarray(at, at + 3)]
}
