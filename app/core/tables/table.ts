/** What stands in one cell of a table that people open in a spreadsheet. Days and moments are written out before. */
export type Cell = string | number | null

export type Row = readonly Cell[]

/** Rows one after another, as they are read: a table may be longer than memory. */
export type Rows = AsyncIterable<Row> | Iterable<Row>

/** The two kinds of files that tables are given and taken as. */
export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

/** As far as any row of a table that came in is read. */
export const mostColumns = 100

/** As far down as a table goes that is read, empty lines too: Excel's own limit. */
export const mostRows = 1_048_576

/** A table that came in and cannot be read as what it says it is. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable'
}
