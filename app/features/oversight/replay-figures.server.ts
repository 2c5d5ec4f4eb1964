import type { NationalDb } from '#db/connect.ts'
import type { NationalDoor, TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addFigures, applyFacts, lockRegion } from './apply-facts.server.ts'
import { countedEvents, differencesOf, Tally, type FactEvent, type Figure } from './figure.ts'

/** Events read in one transaction. */
const chunkSize = 2_000
/** No command's transaction takes this long, so that no older event can still turn up in a journal; milliseconds. */
const settledAfter = 3_600_000

interface ReplayOptions {
  /** Forget the region's figures first, instead of only holding them against the journal. */
  readonly fromNothing?: boolean
  /** Events before this moment are read by the way, later ones at the end; an hour ago by default. */
  readonly settledBefore?: Date
}

interface Replayed {
  /** How many events the journal holds that are counted. */
  readonly events: number
  /** What was wrong and has been put right, in words for the operator. */
  readonly differences: readonly string[]
}

/**
 * Makes a region's figures what its journal says, while events keep coming: the journal is read in pieces, each event is
 * counted where it is missing, and at the end, with the region locked, the figures are held against the sum of all.
 */
export async function replayFigures(
  ctx: TenantContext,
  national: NationalDoor,
  { fromNothing = false, settledBefore = new Date(Date.now() - settledAfter) }: ReplayOptions = {},
): Promise<Replayed> {
  const region = ctx.tenant.slug
  const settled = firstIdOf(settledBefore)
  if (fromNothing) await national((db) => forget(db, region))
  const tally = new Tally()
  let [events, missing, strange] = [0, 0, 0]
  for (let after = '', more = true; more; ) {
    const chunk = await readFacts(ctx, after, settled)
    more = chunk.length === chunkSize
    const until = (more && chunk.at(-1)?.id) || settled
    await national(async (db) => {
      missing += await applyFacts(db, region, chunk)
      const strangers = await strangersIn(db, region, after, until, chunk)
      await strikeOut(db, region, strangers)
      strange += strangers.length
    })
    tally.add(chunk)
    events += chunk.length
    after = until
  }
  for (let seen = new Set<string>(); ; ) {
    const tail = await readFacts(ctx, settled)
    const { newcomers, differences } = await national(async (db) => {
      await applyFacts(db, region, tail)
      const strangers = await strangersIn(db, region, settled, undefined, tail)
      // An event is in the journal before it is counted: what a second reading does not know either is none.
      const newcomers = strangers.filter((id) => !seen.has(id))
      if (newcomers.length > 0) return { newcomers, differences: [] }
      await strikeOut(db, region, strangers)
      strange += strangers.length
      tally.add(tail)
      const wrong = [
        ...(missing > 0 && !fromNothing ? [`${missing} events were not counted`] : []),
        ...(strange > 0 ? [`${strange} events were counted that are not in the journal`] : []),
      ]
      return { newcomers, differences: await prove(ctx, db, tally, wrong) }
    })
    if (newcomers.length === 0) return { events: events + tail.length, differences }
    seen = new Set(newcomers)
  }
}

/** Where ids of this moment begin: they are made of their time. */
function firstIdOf(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-`
}

/** Events after an id, and before another where there is one: a piece of them then. */
function readFacts(ctx: TenantContext, after: string, before?: string): Promise<FactEvent[]> {
  return inTransaction(ctx, ({ db }) =>
    db
      .selectFrom('journal')
      .select(['id', 'event', 'occurredAt as at', 'facts'])
      .where('event', 'in', [...countedEvents])
      .where('id', '>', after)
      .$if(before !== undefined, (query) => query.where('id', '<', before ?? '').limit(chunkSize))
      .orderBy('id')
      .execute(),
  )
}

/** Events that are counted and that `known` does not hold. */
async function strangersIn(
  db: NationalDb,
  region: string,
  after: string,
  until: string | undefined,
  known: readonly FactEvent[],
): Promise<string[]> {
  const applied = await db
    .selectFrom('appliedEvent')
    .select('eventId')
    .where('region', '=', region)
    .where('eventId', '>', after)
    .$if(until !== undefined, (query) => query.where('eventId', '<=', until ?? ''))
    .execute()
  const ids = new Set(known.map(({ id }) => id))
  return applied.map(({ eventId }) => eventId).filter((id) => !ids.has(id))
}

async function strikeOut(db: NationalDb, region: string, ids: readonly string[]): Promise<void> {
  for (const eventId of ids) {
    await db.deleteFrom('appliedEvent').where('region', '=', region).where('eventId', '=', eventId).execute()
  }
}

async function forget(db: NationalDb, region: string): Promise<void> {
  await lockRegion(db, region)
  await db.deleteFrom('appliedEvent').where('region', '=', region).execute()
  await forgetFigures(db, region)
}

async function forgetFigures(db: NationalDb, region: string): Promise<void> {
  await db.deleteFrom('appealFigure').where('region', '=', region).execute()
  await db.deleteFrom('regionFreshness').where('region', '=', region).execute()
}

/** Holds the figures against the tally of the whole journal, mends them, and notes what was found. */
async function prove(ctx: TenantContext, db: NationalDb, tally: Tally, wrong: readonly string[]): Promise<string[]> {
  const region = ctx.tenant.slug
  const found: Figure[] = await db
    .selectFrom('appealFigure')
    .select(['month', 'measure', 'part', 'appeals'])
    .where('region', '=', region)
    .execute()
  const freshness = await db
    .selectFrom('regionFreshness')
    .select('lastEventAt')
    .where('region', '=', region)
    .executeTakeFirst()
  const differences = [...wrong, ...differencesOf(found, tally.figures())]
  if (freshness?.lastEventAt.getTime() !== tally.lastEventAt()?.getTime()) differences.push('the freshness differs')
  if (differences.length > 0) {
    await forgetFigures(db, region)
    await addFigures(db, region, tally)
  }
  const proof = { provedAt: ctx.clock.now(), differences: differences.length }
  await db
    .insertInto('figureProof')
    .values({ region, ...proof })
    .onConflict((conflict) => conflict.column('region').doUpdateSet(proof))
    .execute()
  return differences
}
