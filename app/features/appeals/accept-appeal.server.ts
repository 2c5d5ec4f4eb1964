import { randomBytes } from 'node:crypto'
import { deadlineOf, getTermBook } from '#app/features/calendars/public.server.ts'
import { districtOf } from '#app/features/districts/public.server.ts'
import { findCategory } from '#app/features/categories/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Channel, LegalKind } from '#db/schema/vocabulary.ts'
import { excerptOf, legalKindOf } from './appeal.ts'
import { applicantName } from './applicant.ts'
import { applicantRow } from './applicant-row.ts'
import { getNumberPrefix, takeNumber } from './appeal-number.server.ts'
import type { SubmitAppeal } from './appeals.schema.ts'
import { searchedWords } from './search.ts'

/** What else belongs in the transaction that registers an appeal. */
export type Also = (ctx: TenantContext, appealId: string) => Promise<void>

/** An appeal as it comes in, by whichever channel. */
export interface Intake {
  readonly input: SubmitAppeal
  readonly channel: Channel
  /** When it came, which may be before anybody wrote it down here. */
  readonly receivedAt: Date
  /** What a registrar says it is in law; left out it is what its category or its intent means. */
  readonly legalKind?: LegalKind | undefined
  /** The permanent number of the national system, where the appeal stands there already. */
  readonly externalRef?: string | undefined
  /** What was written into a register elsewhere is counted like any other, and its person is told nothing. */
  readonly event?: 'appeal.registered' | 'appeal.imported'
}

/**
 * Accepts an appeal and registers it: one durable transaction, one appeal however often the same key is sent. `also` runs
 * before the number is taken, which is the last lock. Whoever calls has made sure who may. Returns the appeal's id, of the
 * first one where it was sent before. Throws what `also` throws.
 */
export async function acceptAppeal(
  ctx: TenantContext,
  intake: Intake,
  also: Also = async () => undefined,
): Promise<string> {
  const prepared = await prepare(ctx, intake)
  try {
    return await inTransaction(ctx, (ctx) => register(ctx, prepared, also))
  } catch (error) {
    if (!(error instanceof SentBefore)) throw error
    const appealId = await findSubmission(ctx, intake.input.submissionKey)
    if (!appealId) throw new NotFound('Appeal')
    return appealId
  }
}

/** An appeal of which everything is known but its number. */
interface PreparedAppeal extends Intake {
  readonly legalKind: LegalKind
  readonly categoryId: string | null
  readonly districtId: string | null
  readonly deadline: ReturnType<typeof deadlineOf>
  readonly prefix: string
}

/** Everything about a new appeal that needs no lock: asked before the transaction, which stays short. */
async function prepare(ctx: TenantContext, intake: Intake): Promise<PreparedAppeal> {
  const { input, receivedAt } = intake
  const category = input.category === null ? undefined : await findCategory(ctx, input.category)
  const legalKind = intake.legalKind ?? legalKindOf(input.intent, input.kind, category?.legalKind)
  const deadline = deadlineOf(await getTermBook(ctx), legalKind, receivedAt)
  const prefix = await getNumberPrefix(ctx)
  // Where it happened; where nothing is said of that, where the person lives.
  const address = input.placeAddress ?? ('address' in input ? input.address : '')
  const districtId = await districtOf(ctx, address)
  return { ...intake, legalKind, categoryId: category?.id ?? null, districtId, deadline, prefix }
}

async function register(
  ctx: TenantContext,
  {
    input,
    channel,
    legalKind,
    categoryId,
    districtId,
    deadline,
    prefix,
    receivedAt,
    externalRef,
    event,
  }: PreparedAppeal,
  also: Also,
): Promise<string> {
  const [appealId, applicantId] = [newId(), newId()]
  const now = ctx.clock.now()
  await ctx.db
    .insertInto('applicant')
    .values({ id: applicantId, ...applicantRow(input), createdAt: now })
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
      channel,
      externalRef: externalRef ?? null,
      applicantId,
      answerChannels: input.kind === 'anonymous' ? [] : input.answerChannels,
      placeAddress: input.placeAddress,
      placeLandmark: input.placeLandmark,
      districtId,
      placeLat: input.placeLat,
      placeLon: input.placeLon,
      receivedAt,
      ...deadline,
      excerpt: excerptOf(input.text),
      submissionKey: input.submissionKey,
      accessSalt: randomBytes(12).toString('base64url'),
      createdAt: now,
      updatedAt: now,
      closedAt: null,
    })
    .onConflict((conflict) => conflict.column('submissionKey').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new SentBefore()
  const folded = searchedWords(applicantName(applicantRow(input), ''), input.text)
  await ctx.db.insertInto('appealText').values({ appealId, text: input.text, folded }).execute()
  await record(ctx, {
    event: event ?? 'appeal.registered',
    subjectKind: 'appeal',
    subjectId: appealId,
    fields: Object.keys(input),
    refs: { applicantId },
    facts: {
      channel,
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
