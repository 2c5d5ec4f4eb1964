import type { FixedTable, TermKind } from '#db/schema/retention.ts'
import { termsOfCode } from '#db/sql/retention.ts'
import { listHeld } from '#app/features/holds/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { briefly } from '#app/core/transaction.server.ts'
import { appealCuts, appealsOver, appealsWithOldFiles } from './over.queries.server.ts'
import { cutOf, restsUntil } from './retention.ts'
import { cutsOf, listTerms, type Term } from './terms.queries.server.ts'

/** Counting a large register may take too long for a page, milliseconds. */
const patience = 2_000
/** So many nights are told of. */
const mostRuns = 10

/** One kind as the administrator sees it. */
export interface ShownTerm extends Pick<Term, 'kind' | 'unit' | 'amount' | 'least' | 'most' | 'source' | 'version'> {
  /** The day from which something may go by a term that was changed lately; empty where it applies. */
  readonly rests: string
  /** How many records the next night would empty; undefined where counting took too long. */
  readonly over: number | undefined
}

/** Every term with what the next night would do, and what goes by the code. Throws ForbiddenError. */
export async function getRetention(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'RetentionTerm')
  const timeZone = await timeZoneOf(ctx)
  const terms = await listTerms(ctx)
  const now = ctx.clock.now()
  const counts = await countOver(ctx, cutsOf(terms, now))
  const fixed: readonly { readonly table: FixedTable; readonly days: number }[] = termsOfCode.map(([table, days]) => ({
    table,
    days,
  }))
  return {
    terms: terms.map((term): ShownTerm => shown(term, now, timeZone, counts && (counts.get(term.kind) ?? 0))),
    fixed,
    runs: await listRuns(ctx, timeZone),
  }
}

export type Retention = Awaited<ReturnType<typeof getRetention>>

const timeZoneOf = async ({ db }: TenantContext) =>
  (await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()).timeZone

function shown(term: Term, now: Date, timeZone: string, over: number | undefined): ShownTerm {
  const { kind, unit, amount, least, most, source, version, changedAt } = term
  const rests = restsUntil(now, changedAt)
  const day = rests && formatDay(wallClockParts(rests, timeZone).day)
  return { kind, unit, amount, least, most, source, version, rests: day ?? '', over }
}

/**
 * One kind, and what a term that is tried would mean for the records there are now. `tried` is the typed number. Throws
 * ForbiddenError, NotFound.
 */
export async function getTerm(ctx: TenantContext, kind: string, tried: number | undefined) {
  authorize(ctx.ability, 'configure', 'RetentionTerm')
  const term = (await listTerms(ctx)).find((one) => one.kind === kind)
  if (!term) throw new NotFound('RetentionTerm')
  const now = ctx.clock.now()
  const countAt = async (amount: number) => {
    const counts = await countOver(ctx, new Map([[term.kind, cutOf(now, amount, term.unit)]]))
    return counts && (counts.get(term.kind) ?? 0)
  }
  return {
    term: shown(term, now, await timeZoneOf(ctx), await countAt(term.amount)),
    tried: tried === undefined ? undefined : { amount: tried, over: await countAt(tried) },
  }
}

export type TermPage = Awaited<ReturnType<typeof getTerm>>

/** How many records of each kind are over these moments and not held; undefined where it takes too long. */
function countOver(
  ctx: TenantContext,
  cuts: ReadonlyMap<TermKind, Date>,
): Promise<ReadonlyMap<TermKind, number> | undefined> {
  return briefly(ctx, patience, async ({ db }) => {
    const counts = new Map<TermKind, number>()
    const { appeals, applicants } = await listHeld({ db })
    const held = { appeals: [...appeals.keys()], people: [...applicants.keys()] }
    const free = (over: ReturnType<typeof appealsOver>) =>
      over
        .$if(held.appeals.length > 0, (query) => query.where('appeal.id', 'not in', held.appeals))
        .$if(held.people.length > 0, (query) =>
          query
            .where('appeal.applicantId', 'not in', held.people)
            .where((is) =>
              is.not(
                is.exists(
                  is
                    .selectFrom('cosigner as held')
                    .select('held.id')
                    .whereRef('held.appealId', '=', 'appeal.id')
                    .where('held.applicantId', 'in', held.people),
                ),
              ),
            ),
        )
    const ofAppeals = appealCuts(cuts)
    if (ofAppeals.length > 0) {
      const rows = await free(appealsOver(db, ofAppeals))
        .select((row) => ['appeal.legalKind', row.fn.countAll<string>().as('count')])
        .groupBy('appeal.legalKind')
        .execute()
      for (const { legalKind, count } of rows) counts.set(legalKind, Number(count))
    }
    const files = cuts.get('files')
    if (files) {
      const row = await free(appealsWithOldFiles(db, files))
        .select((row) => row.fn.countAll<string>().as('count'))
        .executeTakeFirst()
      counts.set('files', Number(row?.count ?? 0))
    }
    const changes = cuts.get('changes')
    if (changes) {
      const row = await db
        .selectFrom('adminChange')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('madeAt', '<', changes)
        .executeTakeFirst()
      counts.set('changes', Number(row?.count ?? 0))
    }
    const imports = cuts.get('imports')
    if (imports) {
      const row = await db
        .selectFrom('registerRow')
        .select((row) => row.fn.countAll<string>().as('count'))
        .where('createdAt', '<', imports)
        .executeTakeFirst()
      counts.set('imports', Number(row?.count ?? 0))
    }
    return counts
  })
}

/** What the last nights emptied, by day and kind. */
async function listRuns({ db }: TenantContext, timeZone: string) {
  const rows = await db
    .selectFrom('journal')
    .select(['id', 'occurredAt', 'subjectId', 'facts'])
    .where('subjectId', 'in', ['appeals', 'files'])
    .where('event', '=', 'retention.applied')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const runs = new Map<string, { kind: 'appeals' | 'files'; at: string; appeals: number }>()
  for (const { occurredAt, subjectId, facts } of rows) {
    const day = wallClockParts(occurredAt, timeZone).day
    const kind = subjectId === 'files' ? 'files' : 'appeals'
    const key = `${day} ${kind}`
    const run = runs.get(key) ?? { kind, at: formatDay(day), appeals: 0 }
    runs.set(key, { ...run, appeals: run.appeals + Number(facts.appeals ?? 0) })
  }
  return [...runs.values()].slice(0, mostRuns)
}
