import { appealAllows, getAppeal, mustBeFresh, touchAppeal } from '#app/features/appeals/public.server.ts'
import { getCureDue, getTermBook } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Curable } from '#db/schema/registration.ts'
import { curableOf } from './cure.ts'
import type { RequestCure, SettleCure } from './cures.schema.server.ts'

/**
 * Asks the person who brought an appeal for what the law demands and it lacks, within the region's term for it; one request
 * at a time, once however often the page is sent. The appeal's own clock goes on.
 * Throws NotFound, ForbiddenError, InvalidInput, Refusal where another was faster, the appeal is closed or is asked about already.
 */
export function requestCure(ctx: TenantContext, appealId: string, input: RequestCure): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'requestCure', 'Appeal', appeal)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    if (await wasAsked(ctx, appealId, input.submissionKey)) return
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('requestCure', appeal)) throw new Refusal('cures:error.closed')
    if (await findOpenCure(ctx, appealId)) throw new Refusal('cures:error.askedAlready')
    const { kind } = await ctx.db
      .selectFrom('applicant')
      .select('kind')
      .where('id', '=', appeal.applicantId)
      .executeTakeFirstOrThrow()
    if (kind === 'anonymous') throw new Refusal('cures:error.nobody')
    const missing = input.missing.filter((field) => (curableOf[kind] as readonly Curable[]).includes(field))
    if (missing.length === 0) throw new InvalidInput({ missing: 'cures:error.missingMissing' })
    const book = await getTermBook(ctx)
    const now = ctx.clock.now()
    const due = await getCureDue(ctx, book, wallClockParts(now, book.hours.timeZone).day)
    const id = newId()
    await ctx.db
      .insertInto('cure')
      .values({
        id,
        appealId,
        missing,
        words: input.words,
        state: 'open',
        ...due,
        lapsedAt: null,
        askedBy: ctx.principal.id,
        askedAt: now,
        settledBy: null,
        settledAt: null,
        submissionKey: input.submissionKey,
      })
      .execute()
    await touchAppeal(ctx, appeal)
    await record(ctx, {
      event: 'appeal.cureRequested',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: missing,
      refs: { cureId: id },
      facts: { cureDueOn: due.dueOn },
    })
  })
}

/**
 * Ends a request as staff: what was missing came by another way, or is not needed. Throws NotFound, ForbiddenError, Refusal
 * where another was faster or it has ended.
 */
export function settleCure(ctx: TenantContext, appealId: string, input: SettleCure): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'requestCure', 'Appeal', appeal)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    await mustBeFresh(ctx, appeal, input.version)
    const cure = await findOpenCure(ctx, appealId)
    if (cure?.id !== input.cureId) throw new Refusal('cures:error.ended')
    await ctx.db
      .updateTable('cure')
      .set({ state: input.outcome, settledBy: ctx.principal.id, settledAt: ctx.clock.now() })
      .where('id', '=', cure.id)
      .execute()
    await touchAppeal(ctx, appeal)
    await record(ctx, {
      event: 'appeal.cureSettled',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['state'],
      refs: { cureId: cure.id },
      facts: { outcome: input.outcome },
    })
  })
}

/** The request that an appeal waits for; at most one is open. */
export const findOpenCure = ({ db }: TenantContext, appealId: string) =>
  db.selectFrom('cure').selectAll().where('appealId', '=', appealId).where('state', '=', 'open').executeTakeFirst()

async function wasAsked({ db }: TenantContext, appealId: string, submissionKey: string): Promise<boolean> {
  const asked = await db
    .selectFrom('cure')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  return asked !== undefined
}
