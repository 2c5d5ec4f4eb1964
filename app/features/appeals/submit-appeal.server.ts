import { randomBytes } from 'node:crypto'
import { deadlineOf, getTermBook } from '#app/features/calendars/public.server.ts'
import { findCategory } from '#app/features/categories/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'
import { excerptOf, legalKindOf } from './appeal.ts'
import { applicantName } from './applicant.ts'
import { nobody } from './applicant-rows.server.ts'
import { getNumberPrefix, takeNumber } from './appeal-number.server.ts'
import type { SubmitAppeal } from './appeals.schema.ts'
import { searchedWords } from './search.ts'

/** What else belongs in the transaction that registers an appeal. */
type Also = (ctx: TenantContext, appealId: string) => Promise<void>

/**
 * Accepts an appeal and registers it: one durable transaction, one appeal however often the same key is sent. `also` runs
 * before the number is taken, which is the last lock. Returns the appeal's id, of the first one where it was sent before.
 * Throws TooManyTries, and what `also` throws.
 */
export async function submitAppeal(
  ctx: TenantContext,
  input: SubmitAppeal,
  clientAddress: string,
  also: Also = async () => undefined,
): Promise<string> {
  const prepared = await prepare(ctx, input, clientAddress)
  try {
    return await inTransaction(ctx, (ctx) => register(ctx, prepared, also))
  } catch (error) {
    if (!(error instanceof SentBefore)) throw error
    const appealId = await findSubmission(ctx, input.submissionKey)
    if (!appealId) throw new NotFound('Appeal')
    return appealId
  }
}

/** An appeal of which everything is known but its number. */
interface PreparedAppeal {
  readonly input: SubmitAppeal
  readonly legalKind: LegalKind
  readonly categoryId: string | null
  readonly deadline: ReturnType<typeof deadlineOf>
  readonly prefix: string
  readonly receivedAt: Date
}

/** Everything about a new appeal that needs no lock: asked before the transaction, which stays short. */
async function prepare(ctx: TenantContext, input: SubmitAppeal, clientAddress: string): Promise<PreparedAppeal> {
  authorize(ctx.ability, 'create', 'Appeal')
  if (input.kind !== 'anonymous') {
    for (const recipient of [input.email, input.phone]) {
      if (recipient) await ctx.limits.count('filingByRecipient', `${clientAddress} ${recipient}`)
    }
  }
  const category = input.category === null ? undefined : await findCategory(ctx, input.category)
  const legalKind = legalKindOf(input.intent, input.kind, category?.legalKind)
  const receivedAt = ctx.clock.now()
  const deadline = deadlineOf(await getTermBook(ctx), legalKind, receivedAt)
  const prefix = await getNumberPrefix(ctx)
  return { input, legalKind, categoryId: category?.id ?? null, deadline, prefix, receivedAt }
}

async function register(
  ctx: TenantContext,
  { input, legalKind, categoryId, deadline, prefix, receivedAt }: PreparedAppeal,
  also: Also,
): Promise<string> {
  const [appealId, applicantId] = [newId(), newId()]
  await ctx.db
    .insertInto('applicant')
    .values({ id: applicantId, ...applicantOf(input), createdAt: receivedAt })
    .execute()
  // A second sending waits here for the first one's commit, then finds the key taken.
  const made = await ctx.db
    .insertInto('appeal')
    .values({
      id: appealId,
      number: null,
      status: 'registered',
      intent: input.intent,
      legalKind,
      categoryId,
      language: input.language,
      channel: 'portal',
      applicantId,
      answerChannels: input.kind === 'anonymous' ? [] : input.answerChannels,
      placeAddress: input.placeAddress,
      placeLandmark: input.placeLandmark,
      placeLat: input.placeLat,
      placeLon: input.placeLon,
      receivedAt,
      ...deadline,
      excerpt: excerptOf(input.text),
      submissionKey: input.submissionKey,
      accessSalt: randomBytes(12).toString('base64url'),
      createdAt: receivedAt,
      updatedAt: receivedAt,
      closedAt: null,
    })
    .onConflict((conflict) => conflict.column('submissionKey').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new SentBefore()
  const folded = searchedWords(applicantName(applicantOf(input), ''), input.text)
  await ctx.db.insertInto('appealText').values({ appealId, text: input.text, folded }).execute()
  await record(ctx, {
    event: 'appeal.registered',
    subjectKind: 'appeal',
    subjectId: appealId,
    fields: Object.keys(input),
    refs: { applicantId },
    facts: {
      channel: 'portal',
      intent: input.intent,
      legalKind,
      language: input.language,
      applicantKind: input.kind,
      registeredOn: deadline.registeredOn,
    },
  })
  await also(ctx, appealId)
  await takeNumber(ctx, appealId, prefix, deadline.registeredOn)
  return appealId
}

/** Rolls back what the second sending wrote; never leaves this file. */
class SentBefore extends Error {}

/** The id of the appeal that this key made, since a moment where one is given; undefined where it made none. */
export async function findSubmission(
  { db }: TenantContext,
  submissionKey: string,
  since?: Date,
): Promise<string | undefined> {
  const appeal = await db
    .selectFrom('appeal')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .$if(since !== undefined, (query) => query.where('receivedAt', '>', since ?? new Date(0)))
    .executeTakeFirst()
  return appeal?.id
}

/** The applicant's row: what the kind of applicant has, and null for the rest. */
function applicantOf(input: SubmitAppeal) {
  if (input.kind === 'anonymous') return { ...nobody, kind: input.kind }
  const { kind, fullName, address, email, phone } = input
  const own =
    kind === 'organisation'
      ? { organisationName: input.organisationName, bin: input.bin }
      : kind === 'representative'
        ? { iin: input.iin, representedName: input.representedName, basis: input.basis }
        : kind === 'guest'
          ? { country: input.country }
          : { iin: input.iin }
  return { ...nobody, kind, fullName, address, email, phone, ...own }
}
