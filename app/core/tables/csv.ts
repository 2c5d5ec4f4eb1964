import { mostColumns, UnreadableTable, type Cell, type Rows } from './table.ts'

/** What spreadsheets here open without asking: a byte order mark, semicolons, CRLF. */
export async function* csvOf(rows: Rows): AsyncGenerator<string> {
  yield '\ufeff'
  for await (const row of rows) yield `${row.map(written).join(';')}\r\n`
}

/** A spreadsheet runs what begins like this; an apostrophe makes it words again. */
const formula = /^[=+\-@\t\r]/

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The longest line that is read, characters: past it a quotation mark was left open. */
const longestRow = 200_000

/**
 * The rows of a CSV in UTF-8 as they come in: semicolons, commas or tabs, by what the first line has most of. The
 * apostrophe that `csvOf` puts before formulas is taken away again; an empty line is an empty row. Throws UnreadableTable.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const lines = new Lines()
  for await (const text of decoded(chunks)) yield* lines.take(text)
  yield* lines.end()
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    // Excel's plain "CSV" is in the computer's own code page, in which Kazakh letters are lost already.
    throw error instanceof TypeError ? new UnreadableTable('not UTF-8') : error
  }
}

/** Splits text into rows, however it was cut into pieces. */
class Lines {
  #rest = ''
  #separator: string | undefined;

  *take(text: string): Generator<string[]> {
    this.#rest += text
    for (let end = endOfRow(this.#rest); end !== undefined; end = endOfRow(this.#rest)) {
      const line = this.#rest.slice(0, end).replace(/\r$/, '')
      this.#rest = this.#rest.slice(end + 1)
      yield this.#cellsOf(line)
    }
    if (this.#rest.length > longestRow) throw new UnreadableTable('a row without an end')
  }

  *end(): Generator<string[]> {
    if (this.#rest === '') return
    if (isOpen(this.#rest)) throw new UnreadableTable('a row without an end')
    yield this.#cellsOf(this.#rest.replace(/\r$/, ''))
  }

  #cellsOf(line: string): string[] {
    const separator = (this.#separator ??= separatorOf(line))
    return splitRow(line, separator).slice(0, mostColumns)
  }
}

const isOpen = (text: string) => (text.split('"').length - 1) % 2 === 1

/** Where the first row ends: at a line break outside of quotation marks. */
function endOfRow(text: string): number | undefined {
  for (let from = 0, open = false; ; ) {
    const at = text.indexOf('\n', from)
    if (at < 0) return undefined
    if (isOpen(text.slice(from, at))) open = !open
    if (!open) return at
    from = at + 1
  }
}

function separatorOf(line: string): string {
  const count = (mark: string) => line.split(mark).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}

function splitRow(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? ''
    if (quoted) {
      if (mark !== '"') cell += mark
      else if (line[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (mark === '"' && cell === '') quoted = true
    else if (mark === separator) {
      cells.push(cell)
      cell = ''
    } else cell += mark
  }
  return [...cells, cell].map(unescaped)
}

const unescaped = (cell: string) => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell)
