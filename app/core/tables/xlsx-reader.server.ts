import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import { mostColumns, mostRows, UnreadableTable } from './table.ts'

/** A file that can be read at any place, such as one that a form brought. */
interface AnywhereReadable {
  readonly bytes: number
  read(start?: number, end?: number): Readable
}

/** What the parts of a workbook may unfold to, bytes: a small file can hold a very large one. */
const mostUnfolded = { strings: 64_000_000, sheet: 256_000_000 }
/** What one cell holds and how far down a sheet goes, by Excel's own limits: past them a file was built to do harm. */
const longestText = 32_767

/**
 * The rows of a workbook's first sheet, as texts, while they are read; only the words that cells share are held. A day is
 * the number of days since 1900 that spreadsheets keep, as `dayOfSerial` understands it. Throws UnreadableTable.
 */
export async function* readXlsx(file: AnywhereReadable): AsyncGenerator<string[]> {
  try {
    const zip = await fromRandomAccessReaderPromise(new Opened(file), file.bytes, { autoClose: false })
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const sheet = [...entries.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).toSorted()[0]
    if (sheet === undefined) throw new UnreadableTable('no sheet')
    const strings: string[] = []
    const shared = entries.get('xl/sharedStrings.xml')
    if (shared) for await (const text of sharedStrings(zip, shared)) strings.push(text)
    yield* rowsOf(unfolded(zip, entries.get(sheet), mostUnfolded.sheet), strings)
  } catch (error) {
    // What the libraries say of a broken file is for nobody here.
    throw error instanceof UnreadableTable ? error : new UnreadableTable(error instanceof Error ? error.message : '')
  }
}

class Opened extends RandomAccessReader {
  readonly #file: AnywhereReadable
  constructor(file: AnywhereReadable) {
    super()
    this.#file = file
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.#file.read(start, end)
  }
  /** The file is its owner's to drop. */
  override close(done: (error: Error | null) => void): void {
    done(null)
  }
}

async function* unfolded(zip: ZipFile, entry: Entry | undefined, most: number): AsyncGenerator<string> {
  if (!entry) return
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new UnreadableTable('too large')
    yield decoder.decode(chunk, { stream: true })
  }
}

async function* sharedStrings(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const found: string[] = []
  let text = ''
  let inText = false
  const parser = parserOf()
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = ''
    // What is read out loud beside a word (`rPh`) has its own `t`; Kazakh and Russian have none.
    inText = name === 't'
  })
  parser.on('text', (piece) => {
    if (inText) text = longer(text, piece)
  })
  parser.on('closetag', ({ name }) => {
    inText = false
    if (name === 'si') found.push(text)
  })
  for await (const piece of unfolded(zip, entry, mostUnfolded.strings)) {
    parser.write(piece)
    yield* found.splice(0)
  }
  parser.close()
}

async function* rowsOf(pieces: AsyncIterable<string>, strings: readonly string[]): AsyncGenerator<string[]> {
  const found: string[][] = []
  let row: string[] = []
  let line = 0
  let cell = { at: 0, kind: '', text: '' }
  let inText = false
  const parser = parserOf()
  parser.on('opentag', ({ name, attributes }) => {
    inText = name === 'v' || name === 't'
    if (name === 'row') {
      // Rows with nothing in them are left out of the file; who reads counts lines.
      const given = Number(attributes.r ?? line + 1)
      if (Math.max(given, line + 1) > mostRows) throw new UnreadableTable('too many rows')
      for (; line + 1 < given; line += 1) found.push([])
      line += 1
      row = []
    }
    if (name === 'c') cell = { at: columnOf(attributes.r ?? '') ?? row.length, kind: attributes.t ?? 'n', text: '' }
  })
  parser.on('text', (piece) => {
    if (inText) cell.text = longer(cell.text, piece)
  })
  parser.on('closetag', ({ name }) => {
    inText = false
    if (name === 'c' && cell.at < mostColumns) {
      while (row.length < cell.at) row.push('')
      row[cell.at] = cell.kind === 's' ? (strings[Number(cell.text)] ?? '') : cell.text
    }
    if (name === 'row') found.push(row)
  })
  for await (const piece of pieces) {
    parser.write(piece)
    yield* found.splice(0)
  }
  parser.close()
}

function longer(text: string, piece: string): string {
  if (text.length + piece.length > longestText) throw new UnreadableTable('a cell without an end')
  return text + piece
}

function parserOf() {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new UnreadableTable(error.message)
  })
  // Excel writes none; a file with one is built to unfold without end.
  parser.on('doctype', () => {
    throw new UnreadableTable('a document type')
  })
  return parser
}

/** `B7` is in column 1. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
