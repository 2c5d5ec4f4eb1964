import type { NationalDb } from '#db/connect.ts'
import { Tally, type FactEvent, type Figure } from './figure.ts'

/** Rows of one statement: PostgreSQL takes 65,535 values. */
const rowsAtOnce = 5_000

/**
 * Counts events of a region that were not counted yet, in the caller's transaction; how many those were. A repeat changes
 * nothing, and neither does the order. Throws for a region that has no line in `national.region`.
 */
export async function applyFacts(db: NationalDb, region: string, events: readonly FactEvent[]): Promise<number> {
  await lockRegion(db, region)
  const byId = new Map(events.map((event) => [event.id, event]))
  const fresh: FactEvent[] = []
  for (const ids of slices([...byId.keys()])) {
    const made = await db
      .insertInto('appliedEvent')
      .values(ids.map((eventId) => ({ region, eventId })))
      .onConflict((conflict) => conflict.columns(['region', 'eventId']).doNothing())
      .returning('eventId')
      .execute()
    for (const { eventId } of made) fresh.push(...[byId.get(eventId) ?? []].flat())
  }
  const tally = new Tally()
  tally.add(fresh)
  await addFigures(db, region, tally)
  return fresh.length
}

/** Makes everybody who counts this region wait for each other; with one lock only, nobody waits in a circle. */
export async function lockRegion(db: NationalDb, region: string): Promise<void> {
  await db.selectFrom('region').select('slug').where('slug', '=', region).forUpdate().executeTakeFirstOrThrow()
}

/** Adds figures to those of a region. */
export async function addFigures(db: NationalDb, region: string, tally: Tally): Promise<void> {
  for (const figures of slices<Figure>(tally.figures())) {
    await db
      .insertInto('appealFigure')
      .values(figures.map((figure) => ({ region, ...figure })))
      .onConflict((conflict) =>
        conflict.columns(['region', 'month', 'measure', 'part']).doUpdateSet((update) => ({
          appeals: update('appealFigure.appeals', '+', update.ref('excluded.appeals')),
        })),
      )
      .execute()
  }
  const lastEventAt = tally.lastEventAt()
  if (!lastEventAt) return
  await db
    .insertInto('regionFreshness')
    .values({ region, lastEventAt })
    .onConflict((conflict) =>
      conflict.column('region').doUpdateSet((update) => ({
        lastEventAt: update.fn<Date>('greatest', [
          update.ref('regionFreshness.lastEventAt'),
          update.ref('excluded.lastEventAt'),
        ]),
      })),
    )
    .execute()
}

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_unused, slice) =>
    rows.slice(slice * rowsAtOnce, (slice + 1) * rowsAtOnce),
  )
}
