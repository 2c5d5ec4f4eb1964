import { acceptAppeal, getAppeal, giveExternalRef } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { isDatabaseAway, NotFound, Refusal } from '#app/core/errors.ts'
import { momentOf, wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { judgeLines, type Line } from './judge-line.server.ts'

/**
 * Says that what a read register comes to shall be done; the worker does it. Throws NotFound, ForbiddenError, Refusal where
 * it is being done already, or is over.
 */
export function startRegister(ctx: TenantContext, importId: string): Promise<void> {
  return settle(ctx, importId, 'applying', 'register.applyRequested')
}

/** Puts a read register aside; nothing has become of it. Throws as `startRegister`. */
export function discardRegister(ctx: TenantContext, importId: string): Promise<void> {
  return settle(ctx, importId, 'discarded', 'register.discarded')
}

function settle(ctx: TenantContext, importId: string, state: 'applying' | 'discarded', event: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'import', 'Register')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const taken = await ctx.db
      .selectFrom('registerImport')
      .select('state')
      .where('id', '=', importId)
      .forUpdate()
      .executeTakeFirst()
    if (!taken) throw new NotFound('RegisterImport')
    if (taken.state !== 'checked') throw new Refusal('registers:error.notChecked')
    await ctx.db
      .updateTable('registerImport')
      .set({ state, appliedBy: ctx.principal.id })
      .where('id', '=', importId)
      .execute()
    if (state === 'discarded') await ctx.db.deleteFrom('registerRow').where('importId', '=', importId).execute()
    await record(ctx, { event, subjectKind: 'registerImport', subjectId: importId, fields: ['state'] })
  })
}

/**
 * Does what a register comes to, line by line, each in a transaction of its own that marks the line as done: killed
 * anywhere it goes on with the next line, and no line is done twice. A line that fails for a reason of its own is refused
 * and the rest goes on; where the database is away all of it waits for another try. For the worker.
 */
export async function applyRegister(ctx: TenantContext, importId: string): Promise<void> {
  for (let more = true, again = ''; more; )
    more = await applyNext(ctx, importId).catch(async (error: unknown) => {
      if (!(error instanceof LineFailed) || isTransient(error.cause)) throw error
      // Another import may have just brought the same number: judged once more it is there.
      if (isTaken(error.cause) && again !== error.rowId) again = error.rowId
      else await refuseLine(ctx, importId, error)
      return true
    })
  await finish(ctx, importId)
}

/** What stopped a line. */
class LineFailed extends Error {
  override readonly name = 'LineFailed'
  readonly rowId: string
  constructor(rowId: string, cause: unknown) {
    super(`Line ${rowId} of a register failed`, { cause })
    this.rowId = rowId
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')
const isTaken = (error: unknown) => codeOf(error) === '23505'
/** The next try may be luckier: the database is away, or took back what met something else (class 40). */
const isTransient = (error: unknown) => isDatabaseAway(error) || codeOf(error).startsWith('40')

/** Refuses a line that nobody knows how to do; the journal says to the operator what stopped it. */
function refuseLine(ctx: TenantContext, importId: string, { rowId, cause }: LineFailed): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('registerRow')
      .set({ verdict: 'refused', problems: ['externalRef registers:problem.failed'], appliedAt: ctx.clock.now() })
      .where('id', '=', rowId)
      .where('appliedAt', 'is', null)
      .execute()
    await record(ctx, {
      event: 'register.lineFailed',
      subjectKind: 'registerImport',
      subjectId: importId,
      fields: ['verdict'],
      refs: {
        line: rowId,
        cause: [cause instanceof Error ? cause.name : typeof cause, codeOf(cause)].join(' ').trim(),
      },
    })
  })
}

/** Does the next line, and says whether there was one. Throws LineFailed. */
function applyNext(ctx: TenantContext, importId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('registerRow')
      .innerJoin('registerImport', 'registerImport.id', 'registerRow.importId')
      .innerJoin('regionProfile', (join) => join.onTrue())
      .select(['registerRow.id', 'registerRow.cells', 'regionProfile.timeZone'])
      .where('registerRow.importId', '=', importId)
      .where('registerImport.state', '=', 'applying')
      .where('registerRow.appliedAt', 'is', null)
      .where('registerRow.verdict', '<>', 'refused')
      .orderBy('registerRow.line')
      .limit(1)
      .forUpdate(['registerRow'])
      .skipLocked()
      .executeTakeFirst()
    if (!row) return false
    await applyLine(ctx, row).catch((error: unknown) => {
      throw new LineFailed(row.id, error)
    })
    return true
  })
}

async function applyLine(ctx: TenantContext, row: Line & { readonly timeZone: string }): Promise<void> {
  const now = ctx.clock.now()
  const [judged] = await judgeLines(ctx, [row], wallClockParts(now, row.timeZone).day)
  const { verdict = 'refused', problems = [], externalRef = '', appeal } = judged ?? {}
  let appealId = judged?.appealId ?? null
  if (verdict === 'number' && appealId)
    await giveExternalRef(ctx, await getAppeal(ctx, appealId, { lock: true }), externalRef)
  if (appeal)
    appealId = await acceptAppeal(ctx, {
      input: appeal.input,
      legalKind: appeal.legalKind,
      channel: 'eOtinish',
      externalRef,
      event: 'appeal.imported',
      // In the middle of its day: the day of registration is what the other register says.
      receivedAt: momentOf(appeal.registeredOn, '12:00', row.timeZone),
    })
  await ctx.db
    .updateTable('registerRow')
    .set({
      verdict,
      problems: [...problems],
      appealId,
      appliedAt: now,
      // From now on the values stand in the appeal alone.
      ...(verdict === 'refused' ? {} : { cells: JSON.stringify({}) }),
    })
    .where('id', '=', row.id)
    .execute()
}

/** Notes that the last line is done, once. */
function finish(ctx: TenantContext, importId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const waiting = await ctx.db
      .selectFrom('registerRow')
      .select('id')
      .where('importId', '=', importId)
      .where('appliedAt', 'is', null)
      .where('verdict', '<>', 'refused')
      .limit(1)
      .executeTakeFirst()
    // Somebody else is at the last line still, and will come here.
    if (waiting) return
    const done = await ctx.db
      .updateTable('registerImport')
      .set({ state: 'done', doneAt: ctx.clock.now() })
      .where('id', '=', importId)
      .where('state', '=', 'applying')
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return
    await record(ctx, {
      event: 'register.applied',
      subjectKind: 'registerImport',
      subjectId: importId,
      fields: ['state'],
    })
  })
}
