import { createHash, randomBytes } from 'node:crypto'
import { deadlineOf, getTermBook } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getNumberPrefix, takeNumber } from './appeal-number.server.ts'
import type { SubmitAppeal } from './appeals.schema.ts'

/** What people mean before a registrar has said what their appeal is in law. */
const legalKindAtFirst = 'application'

/**
 * Accepts an appeal and registers it: one durable transaction, one appeal however often the same page is sent.
 * Returns the appeal's id, of the first one where this page was sent before. Throws TooManyTries.
 */
export async function submitAppeal(ctx: TenantContext, input: SubmitAppeal, clientAddress: string): Promise<string> {
  authorize(ctx.ability, 'create', 'Appeal')
  await ctx.limits.count('filingByRecipient', `${clientAddress} ${input.email}`)
  const book = await getTermBook(ctx)
  const now = ctx.clock.now()
  const deadline = deadlineOf(book, legalKindAtFirst, now)
  const prefix = await getNumberPrefix(ctx)
  const submissionKey = keyOf(input)
  const [appealId, applicantId] = [newId(), newId()]

  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('applicant')
      .values({
        id: applicantId,
        fullName: input.fullName,
        iin: input.iin,
        address: input.address,
        email: input.email,
        createdAt: now,
      })
      .execute()
    // A second sending waits here for the first one's commit, then finds the key taken.
    const made = await ctx.db
      .insertInto('appeal')
      .values({
        id: appealId,
        number: null,
        status: 'registered',
        legalKind: legalKindAtFirst,
        language: input.language,
        channel: 'portal',
        applicantId,
        receivedAt: now,
        ...deadline,
        submissionKey,
        accessSalt: randomBytes(12).toString('base64url'),
        createdAt: now,
        updatedAt: now,
        closedAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) throw new SentBefore()
    await ctx.db.insertInto('appealText').values({ appealId, text: input.text }).execute()
    await record(ctx, {
      event: 'appeal.registered',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: Object.keys(input),
      refs: { applicantId },
      facts: {
        channel: 'portal',
        intent: 'request',
        legalKind: legalKindAtFirst,
        language: input.language,
        applicantKind: 'person',
        registeredOn: deadline.registeredOn,
      },
    })
    await takeNumber(ctx, appealId, prefix, deadline.registeredOn)
    return appealId
  }).catch((error: unknown) => {
    if (error instanceof SentBefore) return findBySubmission(ctx, submissionKey)
    throw error
  })
}

/** Rolls back what the second sending wrote; never leaves this file. */
class SentBefore extends Error {}

/** The same page with the same words. Going back and mending a word is a new appeal, and must not be lost. */
function keyOf(input: SubmitAppeal): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url')
}

async function findBySubmission({ db }: TenantContext, submissionKey: string): Promise<string> {
  const appeal = await db
    .selectFrom('appeal')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirstOrThrow()
  return appeal.id
}
