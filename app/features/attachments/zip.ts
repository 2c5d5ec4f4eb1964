/** A file inside an archive, as the archive itself lists it. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly encrypted: boolean
}

/** The bytes of a file from `start` to before `end`. */
export type ReadRange = (start: number, end: number) => Promise<Buffer>

const endLength = 22
const entryLength = 46
const mostEntries = 5000
const longestList = 1_000_000

/**
 * The list of an archive, read from its end; nothing is unpacked. Undefined where the bytes are no plain archive from the
 * first to the last: one with something before or after it, in parts, or of the 64-bit kind.
 */
export async function zipEntries(bytes: number, read: ReadRange): Promise<ZipEntry[] | undefined> {
  if (bytes < endLength) return undefined
  const end = await read(bytes - endLength, bytes)
  // Without a comment: a polyglot could hide there.
  if (end.readUInt32LE(0) !== 0x06054b50 || end.readUInt16LE(20) !== 0) return undefined
  const count = end.readUInt16LE(10)
  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)]
  if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(8) !== count || count === 0 || count > mostEntries) return undefined
  if (length > longestList || start + length !== bytes - endLength) return undefined
  const list = await read(start, start + length)
  const entries: ZipEntry[] = []
  let at = 0
  for (; entries.length < count && at + entryLength <= list.length; ) {
    if (list.readUInt32LE(at) !== 0x02014b50) return undefined
    const [nameLength, more, comment] = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const next = at + entryLength + nameLength + more + comment
    if (next > list.length) return undefined
    entries.push({
      name: list.toString('utf8', at + entryLength, at + entryLength + nameLength),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      encrypted: (list.readUInt16LE(at + 8) & 1) === 1,
    })
    at = next
  }
  return entries.length === count && at === list.length ? entries : undefined
}
