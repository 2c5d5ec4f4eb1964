import { Readable } from 'node:stream'
import { csvOf } from '#app/core/tables/csv.ts'
import type { Row, TableFormat } from '#app/core/tables/table.ts'
import { xlsxOf } from '#app/core/tables/xlsx-writer.server.ts'

interface Given {
  /** In ASCII, without an extension. */
  readonly name: string
  /** On the tab of a workbook. */
  readonly sheet: string
  readonly head: Row
  readonly rows: AsyncIterable<Row>
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<TableFormat, string>

/** A table as a file that a browser saves, written while it is read. */
export function tableResponse(format: TableFormat, { name, sheet, head, rows }: Given): Response {
  const content =
    format === 'xlsx'
      ? xlsxOf({ name: sheet, head, rows })
      : Readable.from(csvOf(headed(head, rows)), { objectMode: false })
  return new Response(Readable.toWeb(content) as unknown as BodyInit, {
    headers: {
      'Content-Type': mediaTypes[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Content-Security-Policy': `sandbox; default-src 'none'`,
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
}

async function* headed(head: Row, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  yield head
  yield* rows
}
