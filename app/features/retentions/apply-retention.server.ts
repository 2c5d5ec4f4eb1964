import { eraseRows } from '#db/sql/erase.ts'
import { tryLock } from '#db/sql/lock.ts'
import { emptyApplicants } from '#app/features/erasures/public.server.ts'
import { listHeld } from '#app/features/holds/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealCuts, appealsOver, appealsWithOldFiles } from './over.queries.server.ts'
import { cutsOf, listTerms } from './terms.queries.server.ts'

/** Appeals that one transaction empties. */
const batchSize = 50

/** One batch: where the next one begins, undefined after the last, and what it emptied. */
interface Batch {
  readonly next: string | undefined
  readonly emptied: number
}

/**
 * Empties what is over its term in a region: persons of closed appeals by legal kind, then files. In batches, each of them
 * one transaction with its own line in the journal: killed between two it goes on with what is left. Nothing under legal
 * hold is touched. Where another worker is at it, it leaves it to that one. Returns how many appeals were emptied of
 * people and of files. Throws ForbiddenError.
 */
export async function applyRetention(
  ctx: TenantContext,
  { size = batchSize } = {},
): Promise<{ appeals: number; files: number }> {
  authorize(ctx.ability, 'erase', 'RetentionTerm')
  const cuts = cutsOf(await listTerms(ctx), ctx.clock.now())
  const ofAppeals = appealCuts(cuts)
  const ofFiles = cuts.get('files')
  const appeals =
    ofAppeals.length > 0
      ? await batches(ctx, (ctx, after) =>
          emptyBatch(ctx, {
            kind: 'appeals',
            size,
            over: appealsOver(ctx.db, ofAppeals).where('appeal.id', '>', after),
            empty: emptyPeople,
          }),
        )
      : 0
  const files = ofFiles
    ? await batches(ctx, (ctx, after) =>
        emptyBatch(ctx, {
          kind: 'files',
          size,
          over: appealsWithOldFiles(ctx.db, ofFiles).where('appeal.id', '>', after),
          empty: emptyFiles,
        }),
      )
    : 0
  return { appeals, files }
}

/** One batch after the other, each in its own transaction, until there is none left. How many were emptied. */
async function batches(
  ctx: TenantContext,
  run: (ctx: TenantContext, after: string) => Promise<Batch>,
): Promise<number> {
  let total = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    const { next, emptied }: Batch = await inTransaction(ctx, (ctx) => run(ctx, from))
    total += emptied
    after = next
  }
  return total
}

interface Emptying {
  readonly kind: 'appeals' | 'files'
  readonly size: number
  readonly over: ReturnType<typeof appealsOver>
  readonly empty: (ctx: TenantContext, appeals: readonly Found[]) => Promise<void>
}

interface Found {
  readonly id: string
  readonly applicantId: string
}

async function emptyBatch(ctx: TenantContext, { kind, size, over, empty }: Emptying): Promise<Batch> {
  if (!(await tryLock(ctx.db, ctx.tenant.schema, 'retention'))) return { next: undefined, emptied: 0 }
  const found = await over
    .select(['appeal.id', 'appeal.applicantId'])
    .orderBy('appeal.id')
    .limit(size)
    // Somebody works on it, or puts it under hold: another night.
    .forUpdate('appeal')
    .skipLocked()
    .execute()
  // Asked after the lock: a hold that was placed a moment ago is seen, and one to come waits.
  const free = await withoutHeld(ctx, found)
  if (free.length > 0) {
    await empty(ctx, free)
    await record(ctx, {
      event: 'retention.applied',
      subjectKind: 'retention',
      subjectId: kind,
      facts: { appeals: free.length },
    })
  }
  return { next: found.length < size ? undefined : found.at(-1)?.id, emptied: free.length }
}

async function withoutHeld(ctx: TenantContext, found: readonly Found[]): Promise<Found[]> {
  const held = await listHeld(ctx)
  if (held.appeals.size === 0) return [...found]
  const people = await peopleOf(ctx, found)
  return found.filter(
    ({ id }) => !held.appeals.has(id) && !(people.get(id) ?? []).some((person) => held.applicants.has(person)),
  )
}

/** Who brought or signed each appeal. */
async function peopleOf({ db }: TenantContext, appeals: readonly Found[]): Promise<Map<string, string[]>> {
  const people = new Map(appeals.map(({ id, applicantId }) => [id, [applicantId]]))
  if (appeals.length === 0) return people
  const signers = await db
    .selectFrom('cosigner')
    .select(['appealId', 'applicantId'])
    .where('appealId', 'in', [...people.keys()])
    .execute()
  for (const { appealId, applicantId } of signers) people.get(appealId)?.push(applicantId)
  return people
}

async function emptyPeople(ctx: TenantContext, appeals: readonly Found[]): Promise<void> {
  const people = [...(await peopleOf(ctx, appeals)).values()].flat()
  await emptyApplicants(ctx, people, { erasedBy: null, ground: 'termOver', paper: '' })
}

/** The rows; the files themselves go with the nightly sweep, which removes what no row claims. */
async function emptyFiles(ctx: TenantContext, appeals: readonly Found[]): Promise<void> {
  const applicants = appeals.map(({ applicantId }) => applicantId)
  await eraseRows(ctx.db, { applicants, words: [] }, 'attachment')
}
