import { Readable } from 'node:stream'
import type { Cell, Row, Rows } from './table.ts'
import { zipOf } from './zip.server.ts'

interface Sheet {
  /** Stands on the tab; spreadsheets show 31 characters. */
  readonly name: string
  /** The first row, which stays in sight. */
  readonly head: Row
  readonly rows: Rows
  /** Widths of the columns, in characters; those left out are 16. */
  readonly widths?: readonly number[]
}

/**
 * A workbook of one sheet, written while its rows are read: memory does not grow with the table. Cells are texts and
 * numbers and nothing else, so no cell is ever a formula.
 */
export function xlsxOf(sheet: Sheet): Readable {
  const part = (name: string, text: string) => ({ name, content: Buffer.from(text) })
  return zipOf([
    part('[Content_Types].xml', contentTypes),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part('xl/workbook.xml', workbook(sheet.name)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', styles),
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Readable.from(batched(sheetOf(sheet)), { objectMode: false }),
    },
  ])
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes =
  `${declaration}<Types xmlns="${packaged}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const lines = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${lines.join('')}</Relationships>`
}

/** A sheet's name may hold none of these. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const workbook = (name: string) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  `<sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`

/** Style 0: words; style 1: the head, in bold. */
const styles =
  `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>'

async function* sheetOf({ head, rows, widths = [] }: Sheet): AsyncGenerator<string> {
  const columns = head.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 16}" customWidth="1"/>`,
  )
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  yield rowOf(head, 1, 1)
  let line = 1
  for await (const row of rows) yield rowOf(row, (line += 1), 0)
  yield '</sheetData></worksheet>'
}

function rowOf(row: Row, line: number, style: 0 | 1): string {
  return `<row r="${line}">${row.map((cell, at) => cellOf(cell, `${columnName(at)}${line}`, style)).join('')}</row>`
}

function cellOf(cell: Cell, at: string, style: 0 | 1): string {
  if (cell === null || cell === '') return ''
  const styled = style === 0 ? '' : ' s="1"'
  if (typeof cell === 'number') return `<c r="${at}"${styled}><v>${cell}</v></c>`
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** A, B, … Z, AA, … */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

/** The longest text that a cell may hold. */
const longestCell = 32_767

/** As XML may hold it: what no XML can say is left out. */
function escaped(text: string): string {
  return (
    text
      .slice(0, longestCell)
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are the very characters that XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

/** In pieces of some kilobytes: a piece a row would cost more than the row. */
async function* batched(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let batch = ''
  for await (const piece of pieces) {
    batch += piece
    if (batch.length < 32_768) continue
    yield Buffer.from(batch)
    batch = ''
  }
  if (batch !== '') yield Buffer.from(batch)
}
