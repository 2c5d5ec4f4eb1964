import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { readCsv } from '#app/core/tables/csv.ts'
import type { TableFormat } from '#app/core/tables/table.ts'
import { exportResponse } from './export-response.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const clerk = () => almaty.clerks['passenger-transport']
const dangerous = '=HYPERLINK("http://x";"y")'

/** An export as it is saved: its bytes, read to the end while the region's context is still there. */
const saved = (who: typeof almaty.dispatcher, address: string, format: TableFormat, region = almaty) =>
  region.as(who, async (ctx) => {
    const response = await exportResponse(ctx, new URLSearchParams(address), format)
    return Buffer.from(await response.arrayBuffer())
  })

/** As somebody else's reader sees it, where it is a workbook. */
async function rowsOf(bytes: Buffer, format: TableFormat): Promise<string[][]> {
  if (format === 'xlsx') {
    const [sheet] = await readXlsxFile(bytes)
    return (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')))
  }
  const rows: string[][] = []
  for await (const row of readCsv(pieces(bytes))) rows.push(row)
  return rows
}

async function* pieces(bytes: Buffer) {
  yield bytes
}

describe('a list as a file', () => {
  it('is the whole list, as the page narrows it, read back by a spreadsheet’s reader', async () => {
    const own = await fileAndAssign(almaty, { language: 'ru', text: `${dangerous} и ещё слова` })
    await fileAndAssign(almaty, { language: 'kk' })
    await fileAndAssign(almaty, {}, 'housing-utilities')
    await fileAppeal(shymkent, { language: 'ru' })
    const [row] = await product.database.rows<{ number: string }>(`select number from t_almaty.appeal where id = $1`, [
      own,
    ])
    for (const format of ['csv', 'xlsx'] as const) {
      const [head, ...rows] = await rowsOf(await saved(almaty.dispatcher, 'view=all&language=ru', format), format)
      expect(head?.slice(0, 3)).toEqual(['Нөмірі', 'Түскен күні', 'Мерзімі'])
      expect(rows, format).toHaveLength(1)
      expect(rows[0]?.[0]).toBe(row?.number)
      expect(rows[0]?.at(-1), 'read back as it was written').toBe(`${dangerous} и ещё слова`)
      expect(await rowsOf(await saved(clerk(), 'view=all', format), format), 'a clerk’s agency alone').toHaveLength(3)
    }
    const csv = (await saved(almaty.dispatcher, 'view=all&language=ru', 'csv')).toString('utf8')
    expect(csv, 'no cell of a CSV is a formula').toContain(`"'=HYPERLINK`)
  })

  it('is refused to who works on no appeals, and journalled with who took what, without what was searched for', async () => {
    await expect(saved(almaty.admin, 'view=all', 'csv')).rejects.toMatchObject({ name: 'ForbiddenError' })
    await saved(clerk(), 'view=open&q=Сынақова&kind=report', 'xlsx')
    const [noted] = await product.database.rows<Record<string, unknown>>(
      `select actor_id, subject_id, fields, refs, row_to_json(j)::text as row from t_almaty.journal j
        where event = 'worklist.exported' order by id desc limit 1`,
    )
    expect(noted).toMatchObject({
      actor_id: clerk().id,
      subject_id: clerk().id,
      fields: ['view', 'q', 'kind'],
      refs: { format: 'xlsx', view: 'open' },
    })
    expect(noted?.row).not.toContain('Сынақова')
  })

  it('is read no faster than it is saved, page after page, each on a connection that is given back', async () => {
    const [first] = await product.database.rows<{ id: string }>(`select id from t_almaty.appeal limit 1`)
    const columns = (
      await product.database.rows<{ name: string }>(
        `select column_name as name from information_schema.columns
          where table_schema = 't_almaty' and table_name = 'appeal' and column_name not in ('id', 'number', 'submission_key')`,
      )
    ).map(({ name }) => name)
    await product.database.rows(
      `insert into t_almaty.appeal (id, number, submission_key, ${columns.join(', ')})
        select '019ac000-0000-7000-8000-' || lpad(n::text, 12, '0'), '99-26-' || lpad(n::text, 6, '0'), 'many-' || n,
          ${columns.join(', ')} from t_almaty.appeal, generate_series(1, 20000) n where id = $1`,
      [first?.id],
    )
    await almaty.as(almaty.dispatcher, async (ctx) => {
      let reads = 0
      const counting = {
        ...ctx,
        write: <T>(work: Parameters<NonNullable<typeof ctx.write<T>>>[0]) => {
          reads += 1
          return ctx.write!(work)
        },
      }
      const response = await exportResponse(counting, new URLSearchParams('view=all'), 'csv')
      const reader = (response.body as ReadableStream<Uint8Array>).getReader()
      const linesOf = (piece?: Uint8Array) =>
        Buffer.from(piece ?? [])
          .toString('latin1')
          .split('\r\n').length - 1
      let rows = linesOf((await reader.read()).value)
      // Nobody reads on: what was read ahead is bounded, of forty pages and the line in the journal.
      for (let before = -1; before !== reads; ) {
        before = reads
        await new Promise(setImmediate)
        await product.database.rows('select 1')
      }
      expect(reads).toBeLessThan(6)
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        rows +=
          Buffer.from(value as Uint8Array)
            .toString('latin1')
            .split('\r\n').length - 1
      }
      expect(reads, 'a page has five hundred rows').toBeGreaterThanOrEqual(41)
      expect(rows).toBeGreaterThan(20_000)
    })
  })
})
