import { createHash } from 'node:crypto'
import type { TenantContext } from '#app/core/context.ts'
import { authorize } from '#app/core/access/authorize.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import type { ReceivedFile } from '#app/core/files.ts'
import { formatNumber } from '#app/core/i18n/numbers.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { isEmptyRow, readCsv } from '#app/core/tables/csv.ts'
import { mostRows, UnreadableTable, type TableFormat } from '#app/core/tables/table.ts'
import { readXlsx } from '#app/core/tables/xlsx-reader.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { cellsOf, headingsOf, type Headings } from './columns.ts'
import { judgeLines, type Line } from './judge-line.server.ts'

/** The longest register that is taken at once. */
export const mostLines = 20_000
/** The largest file, bytes. */
export const mostBytes = 20_000_000
/** Lines that are judged and written at once. */
const batchSize = 200

/**
 * Reads a register that came as a file, and says of every line what would become of it; nothing becomes of it yet. The file
 * is read while it is judged, and not kept. The same form sent twice is one import. Throws ForbiddenError, InvalidInput for
 * a file that is no register or too long.
 */
export async function takeRegister(ctx: TenantContext, submissionKey: string, file: ReceivedFile): Promise<void> {
  authorize(ctx.ability, 'import', 'Register')
  if (file.cut) throw new InvalidInput({ file: 'registers:error.fileLarge' })
  const { format, rows } = await openTable(file)
  const importId = await begin(ctx, submissionKey, format, await hashOf(file))
  if (!importId) return
  try {
    const taken = await stage(ctx, importId, rows)
    await finish(ctx, importId, taken)
  } catch (error) {
    await inTransaction(ctx, async (ctx) => {
      await ctx.db.deleteFrom('registerRow').where('importId', '=', importId).execute()
      await ctx.db.deleteFrom('registerImport').where('id', '=', importId).execute()
    })
    throw error instanceof UnreadableTable ? new InvalidInput({ file: 'registers:error.fileUnreadable' }) : error
  }
}

/** By its first bytes: a workbook is a zip. */
async function openTable(file: ReceivedFile): Promise<{ format: TableFormat; rows: AsyncIterable<string[]> }> {
  const [first] = await file.read(0, Math.min(2, file.bytes)).toArray()
  const isZip = Buffer.isBuffer(first) && first.toString('latin1') === 'PK'
  return isZip ? { format: 'xlsx', rows: readXlsx(file) } : { format: 'csv', rows: readCsv(file.read()) }
}

async function hashOf(file: ReceivedFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.read()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The import's id; undefined where the same form was sent before and its lines stand already. */
function begin(ctx: TenantContext, submissionKey: string, format: TableFormat, sha256: string) {
  return inTransaction(ctx, async (ctx) => {
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const id = newId()
    const begun = await ctx.db
      .insertInto('registerImport')
      .values({
        id,
        submissionKey,
        format,
        sha256,
        ignored: [],
        lines: 0,
        state: 'reading',
        madeBy: ctx.principal.id,
        madeAt: ctx.clock.now(),
        appliedBy: null,
        doneAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    return begun.numInsertedOrUpdatedRows === 0n ? undefined : id
  })
}

async function stage(ctx: TenantContext, importId: string, rows: AsyncIterable<string[]>) {
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const today = wallClockParts(ctx.clock.now(), timeZone).day
  const seen = new Set<string>()
  let headings: Headings | undefined
  let line = 0
  let lines = 0
  let batch: (Line & { line: number })[] = []
  const flush = async () => {
    await writeBatch(ctx, importId, batch, seen, today)
    batch = []
  }
  for await (const row of rows) {
    line += 1
    if (line > mostRows) throw new UnreadableTable('too many rows')
    if (isEmptyRow(row)) continue
    if (!headings) {
      headings = headingsOf(row, ctx.texts)
      if (!headings.columns.includes('externalRef')) throw new InvalidInput({ file: 'registers:error.headings' })
      continue
    }
    lines += 1
    if (lines > mostLines)
      throw new InvalidInput({
        file: { key: 'registers:error.fileLong', values: { most: formatNumber(mostLines, ctx.locale) } },
      })
    batch.push({ id: crypto.randomUUID(), line, cells: cellsOf(row, headings) })
    if (batch.length === batchSize) await flush()
  }
  if (!headings) throw new InvalidInput({ file: 'registers:error.headings' })
  await flush()
  return { lines, ignored: headings.ignored }
}

async function writeBatch(
  ctx: TenantContext,
  importId: string,
  batch: readonly (Line & { line: number })[],
  seen: Set<string>,
  today: string,
): Promise<void> {
  if (batch.length === 0) return
  await inTransaction(ctx, async (ctx) => {
    const judged = await judgeLines(ctx, batch, today)
    const now = ctx.clock.now()
    await ctx.db
      .insertInto('registerRow')
      .values(
        batch.map(({ id, line, cells }, at) => {
          const { verdict = 'refused', problems = [], appealId = null, externalRef = '' } = judged[at] ?? {}
          // Twice in one file: the first one counts.
          const isAgain = externalRef !== '' && verdict !== 'refused' && seen.has(externalRef)
          seen.add(externalRef)
          return {
            id,
            importId,
            line,
            cells: JSON.stringify(cells),
            verdict: isAgain ? ('refused' as const) : verdict,
            problems: isAgain ? ['externalRef registers:problem.twice'] : [...problems],
            appealId: isAgain ? null : appealId,
            createdAt: now,
            appliedAt: null,
          }
        }),
      )
      .execute()
  })
}

function finish(ctx: TenantContext, importId: string, taken: { lines: number; ignored: readonly string[] }) {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('registerImport')
      .set({ state: 'checked', lines: taken.lines, ignored: [...taken.ignored].slice(0, 20) })
      .where('id', '=', importId)
      .execute()
    await record(ctx, {
      event: 'register.read',
      subjectKind: 'registerImport',
      subjectId: importId,
      facts: { lines: taken.lines },
    })
  })
}
