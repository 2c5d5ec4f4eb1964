import { Readable } from 'node:stream'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { csvOf } from '#app/core/tables/csv.ts'
import type { Row, TableFormat } from '#app/core/tables/table.ts'
import { xlsxOf } from '#app/core/tables/xlsx-writer.server.ts'
import { exportList } from './export-list.server.ts'
import { askerOf } from './worklist.queries.server.ts'

const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Widths of the columns in characters: words are long, days are short. */
const widths = [16, 16, 12, 20, 16, 30, 12, 40, 30, 80]

/** A list as a file that is sent while it is read. Throws ForbiddenError, SignInNeeded. */
export async function exportResponse(
  ctx: TenantContext,
  params: URLSearchParams,
  format: TableFormat,
): Promise<Response> {
  const { timeZone } = await askerOf(ctx)
  const { title, head, rows } = await exportList(ctx, params, format)
  const content =
    format === 'csv'
      ? Readable.from(inPieces(csvOf(withHead(head, rows))), { objectMode: false })
      : xlsxOf({ name: title, head, rows, widths })
  const day = wallClockParts(ctx.clock.now(), timeZone).day
  return new Response(Readable.toWeb(content) as unknown as BodyInit, {
    headers: {
      'Content-Type': mediaTypes[format],
      'Content-Disposition': `attachment; filename="appeals-${day}.${format}"`,
      'Content-Security-Policy': `sandbox; default-src 'none'`,
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
}

async function* withHead(head: Row, rows: AsyncIterable<Row>) {
  yield head
  yield* rows
}

/** Text as bytes, some kilobytes at a time: a piece a row would cost more than the row. */
async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < 16_384) continue
    yield Buffer.from(piece)
    piece = ''
  }
  if (piece !== '') yield Buffer.from(piece)
}
