import { mostColumns, UnreadableTable, type Cell, type Row, type Rows } from './table.ts'

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
  // Whoever opens it with another separator must not find a formula behind it.
  return /[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
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
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true })
      if (text.includes('\0')) throw new UnreadableTable('a zero byte')
      yield text
    }
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
    for (let end = this.#scan().end; end !== undefined; end = this.#scan().end) {
      const line = this.#rest.slice(0, end).replace(/\r$/, '')
      this.#rest = this.#rest.slice(end + 1)
      yield this.#cellsOf(line)
    }
    if (this.#rest.length > longestRow) throw new UnreadableTable('a row without an end')
  }

  *end(): Generator<string[]> {
    if (this.#rest === '') return
    if (this.#scan().open) throw new UnreadableTable('a row without an end')
    yield this.#cellsOf(this.#rest.replace(/\r$/, ''))
  }

  #scan() {
    const isWhole = this.#separator !== undefined || this.#rest.includes('\n')
    return isWhole ? scan(this.#rest, this.#separatorIn(this.#rest)) : { end: undefined, open: false }
  }

  #separatorIn(text: string): string {
    return (this.#separator ??= separatorOf(/^[^\n]*/.exec(text)?.[0] ?? ''))
  }

  #cellsOf(line: string): string[] {
    return splitRow(line, this.#separatorIn(line)).slice(0, mostColumns)
  }
}

/**
 * Where the first row ends: at a line break outside of quotation marks; `open` where one was opened and not closed. As
 * `splitRow` reads them: a mark opens only where a cell begins, and is a sign like any other within one.
 */
function scan(text: string, separator: string): { readonly end: number | undefined; readonly open: boolean } {
  let isEmpty = true
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]
    if (quoted) {
      if (mark !== '"') isEmpty = false
      else if (text[at + 1] === '"') {
        isEmpty = false
        at += 1
      } else quoted = false
    } else if (mark === '\n') return { end: at, open: false }
    else if (mark === '"' && isEmpty) quoted = true
    else isEmpty = mark === separator
  }
  return { end: undefined, open: quoted }
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

/** Whether a row has nothing in it. */
export const isEmptyRow = (row: Row): boolean => row.every((cell) => cell === null || String(cell).trim() === '')
