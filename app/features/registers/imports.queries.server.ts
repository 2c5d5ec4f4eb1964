import { authorize, may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { formatNumber } from '#app/core/i18n/numbers.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Row } from '#app/core/tables/table.ts'
import type { RegisterVerdict } from '#db/schema/register.ts'
import { mostBytes, mostLines } from './take-register.server.ts'

/** Lines that a page shows; the report has them all. */
const mostShown = 100
const mostListed = 20

const timeZoneOf = async ({ db }: TenantContext) =>
  (await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()).timeZone

/** The page of registers: what came in lately, and what this person may do here. Throws ForbiddenError. */
export async function getRegisters(ctx: TenantContext) {
  authorize(ctx.ability, 'export', 'Register')
  const canImport = may(ctx.ability, 'import', 'Register', {})
  const timeZone = await timeZoneOf(ctx)
  const rows = canImport
    ? await ctx.db
        .selectFrom('registerImport')
        .innerJoin('staffMember', 'staffMember.id', 'registerImport.madeBy')
        .select(['registerImport.id', 'registerImport.state', 'registerImport.lines', 'registerImport.madeAt'])
        .select('staffMember.fullName')
        .orderBy('registerImport.id', 'desc')
        .limit(mostListed)
        .execute()
    : []
  return {
    canImport,
    most: { lines: formatNumber(mostLines, ctx.locale), megabytes: formatNumber(mostBytes / 1_000_000, ctx.locale) },
    imports: rows.map(({ id, state, lines, madeAt, fullName }) => ({
      id,
      state,
      lines,
      by: fullName,
      when: formatMoment(madeAt, timeZone),
    })),
  }
}

export type Registers = Awaited<ReturnType<typeof getRegisters>>

/** The id of the import that a form made. Throws NotFound. */
export async function importOfForm({ db }: TenantContext, submissionKey: string): Promise<string> {
  const taken = await db
    .selectFrom('registerImport')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirst()
  if (!taken) throw new NotFound('RegisterImport')
  return taken.id
}

/** One import: what its lines come to, how far it is, and the first lines that are refused. Throws ForbiddenError, NotFound. */
export async function getRegisterImport(ctx: TenantContext, importId: string) {
  authorize(ctx.ability, 'import', 'Register')
  const taken = await ctx.db
    .selectFrom('registerImport')
    .innerJoin('staffMember', 'staffMember.id', 'registerImport.madeBy')
    .select(['registerImport.id', 'registerImport.state', 'registerImport.lines', 'registerImport.ignored'])
    .select(['registerImport.madeAt', 'staffMember.fullName'])
    .where('registerImport.id', '=', importId)
    .executeTakeFirst()
  if (!taken) throw new NotFound('RegisterImport')
  const counted = await ctx.db
    .selectFrom('registerRow')
    .select(({ fn }) => ['verdict', fn.countAll<string>().as('lines'), fn.count<string>('appliedAt').as('applied')])
    .where('importId', '=', importId)
    .groupBy('verdict')
    .execute()
  const linesOf = (verdict: RegisterVerdict) => Number(counted.find((one) => one.verdict === verdict)?.lines ?? 0)
  const refused = await ctx.db
    .selectFrom('registerRow')
    .select(['line', 'problems'])
    .where('importId', '=', importId)
    .where('verdict', '=', 'refused')
    .orderBy('line')
    .limit(mostShown)
    .execute()
  return {
    id: taken.id,
    state: taken.state,
    lines: taken.lines,
    ignored: taken.ignored,
    by: taken.fullName,
    when: formatMoment(taken.madeAt, await timeZoneOf(ctx)),
    counts: {
      register: linesOf('register'),
      number: linesOf('number'),
      same: linesOf('same'),
      refused: linesOf('refused'),
    },
    applied: counted.reduce((sum, { applied }) => sum + Number(applied), 0),
    refused: refused.map(({ line, problems }) => ({ line, why: problems.map((problem) => inWords(ctx, problem)) })),
  }
}

export type RegisterImport = Awaited<ReturnType<typeof getRegisterImport>>

/** `address appeals:error.addressMissing` as people read it. */
function inWords({ t }: TenantContext, problem: string): string {
  const [column = '', key = ''] = problem.split(' ')
  return `${t(`registers:column.${column}`)}: ${t(key)}`
}

const batchSize = 500

/** What became of every line, as a table: the line, its numbers, and why not. Read in pieces, each by itself. Throws ForbiddenError. */
export function reportRows(ctx: TenantContext, importId: string): { head: Row; rows: AsyncIterable<Row> } {
  authorize(ctx.ability, 'import', 'Register')
  const { t } = ctx
  const head = [
    t('registers:report.line'),
    t('registers:column.externalRef'),
    t('registers:column.number'),
    t('registers:report.verdict'),
    t('registers:report.why'),
  ]
  return { head, rows: lines() }

  async function* lines(): AsyncGenerator<Row> {
    for (let behind = 0; ; ) {
      const batch = await inTransaction(ctx, ({ db }) =>
        db
          .selectFrom('registerRow')
          .leftJoin('appeal', 'appeal.id', 'registerRow.appealId')
          .select(['line', 'cells', 'verdict', 'problems', 'appliedAt', 'appeal.number', 'appeal.externalRef'])
          .where('importId', '=', importId)
          .where('line', '>', behind)
          .orderBy('line')
          .limit(batchSize)
          .execute(),
      )
      for (const { line, cells, verdict, problems, appliedAt, number, externalRef } of batch) {
        const done = appliedAt === null && verdict !== 'refused' ? 'would' : 'done'
        yield [
          line,
          externalRef ?? cells.externalRef ?? '',
          number ?? cells.number ?? '',
          t(`registers:${done}.${verdict}`),
          problems.map((problem) => inWords(ctx, problem)).join('; '),
        ]
      }
      const last = batch.at(-1)
      if (!last || batch.length < batchSize) return
      behind = last.line
    }
  }
}
