import type pg from 'pg'
import { findBehind } from '#db/fleet.ts'
import { asOwner, migrateTenant } from '#db/migrate.ts'
import { migrations, type Migration } from '#db/migrations/index.ts'
import { databaseOf, tenantShadow } from '#db/names.ts'
import type { TestDatabase } from '#db/testing/database.ts'
import { migrateFleet } from '#tenants/fleet.ts'
import { openEmptyHouse } from './empty-house.ts'

const atOnce = 4

/** Milliseconds: a check that finds nothing to do, however many regions there are. */
const mostForCheck = 10

interface Stage {
  readonly regions: number
  /** Milliseconds a region, of those made since the stage before. */
  readonly made: number
  /** Milliseconds a region, for one column and its index in each. */
  readonly migrated: number
  /** Milliseconds to find that nothing is to be done in any, median. */
  readonly checked: number
}

export interface FleetReport {
  readonly stages: readonly Stage[]
  readonly failure: {
    readonly at: number
    /** How many of those before it were done. */
    readonly before: number
    /** Whether it stands where it stood. */
    readonly rolledBack: boolean
    readonly waiting: number
    /** Behind after the rerun. */
    readonly left: number
  }
}

const slugOf = (number: number) => `r${String(number).padStart(4, '0')}`

/** A step as most are: one more column, and an index on it. */
const step = (number: number): Migration => ({
  name: `29990101T000${number}_add_column`,
  statements: [
    `alter table hotline add column more${number} text`,
    `create index hotline_more${number} on hotline (more${number})`,
  ],
})

/** Makes so many whole regions in one database, stage by stage, and brings them all one step on at each. */
export async function measureFleet(
  say: (line: string) => void,
  sizes: readonly number[],
  signal: AbortSignal,
): Promise<FleetReport> {
  const house = await openEmptyHouse()
  const { database } = house
  try {
    const stages: Stage[] = []
    let steps: readonly Migration[] = migrations.tenant
    let there = 0
    for (const [at, regions] of sizes.entries()) {
      const numbers = Array.from({ length: regions - there }, (_, at) => there + at + 1)
      const made = await timed(() => makeAll(database, numbers, steps, say, signal))
      steps = [...steps, step(at)]
      const migrated = await timed(async () => {
        const { done } = await migrateFleet({ urls: database.urls, steps, atOnce })
        if (done.length !== regions) throw new Error(`${done.length} of ${regions} regions were migrated`)
      })
      const checked = await checkTime(database, steps)
      stages.push({ regions, made: made / numbers.length, migrated: migrated / regions, checked })
      say(`${regions} regions: ${(made / numbers.length).toFixed(0)} ms each`)
      there = regions
    }
    const failing = there >= 437 ? 437 : Math.ceil(there / 2)
    return { stages, failure: await failAt(database, failing, [...steps, step(9)]) }
  } finally {
    await house.stop()
  }
}

async function makeAll(
  database: TestDatabase,
  numbers: readonly number[],
  steps: readonly Migration[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...numbers]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let number = waiting.shift(); number; number = waiting.shift()) {
        signal.throwIfAborted()
        const slug = slugOf(number)
        const shadow = tenantShadow(databaseOf(database.urls.runtime), slug)
        await migrateTenant(database.urls.owner, database.urls.runtime, shadow, steps)
        await database.rows(
          `insert into control.tenant (slug, schema_name, role_name, status, name_kk, name_ru, name_en, pack, created_at)
            values ($1, $2, $3, 'active', $1, $1, $1, 'base', now())`,
          [slug, shadow.schema, shadow.role],
        )
        if (number % 100 === 0) say(`${number} regions made`)
      }
    }),
  )
}

const checkTime = (database: TestDatabase, steps: readonly Migration[]) =>
  asOwner(database.urls.owner, async (client: pg.Client) => {
    await client.query('analyze control.migration_ledger, control.migration_mark')
    const times: number[] = []
    for (let round = 0; round < 21; round += 1) {
      times.push(
        await timed(async () => {
          if ((await findBehind(client, steps)).length > 0) throw new Error('A region was behind')
        }),
      )
    }
    return times.toSorted((a, b) => a - b)[10] ?? Number.NaN
  })

async function failAt(
  database: TestDatabase,
  at: number,
  steps: readonly Migration[],
): Promise<FleetReport['failure']> {
  const slug = slugOf(at)
  // What the step makes stands there already, in this region alone.
  await database.rows(`create index hotline_more9 on t_${slug}.hotline (number)`)
  const outcome = await migrateFleet({ urls: database.urls, steps, atOnce })
  if (outcome.failed.length !== 1 || outcome.failed[0]?.slug !== slug) throw new Error(JSON.stringify(outcome.failed))
  const columns = await database.rows(
    `select 1 from pg_attribute where attrelid = 't_${slug}.hotline'::regclass and attname = 'more9'`,
  )
  await database.rows(`drop index t_${slug}.hotline_more9`)
  await migrateFleet({ urls: database.urls, steps, atOnce })
  const left = await asOwner(database.urls.owner, (client) => findBehind(client, steps))
  return {
    at,
    before: outcome.done.filter((done) => done < slug).length,
    rolledBack: columns.length === 0,
    waiting: outcome.waiting.length,
    left: left.length,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The report as lines for people; what misses its mark is marked. */
export function fleetReport({ stages, failure }: FleetReport): string {
  const cell = (text: string) => text.padStart(20)
  const line = (cells: readonly string[]) => cells.map(cell).join('')
  const { at, before, rolledBack, waiting, left } = failure
  const held = before === at - 1 && rolledBack && left === 0
  return [
    `${line(['regions', 'made, ms each', 'one step, ms each', 'nothing to do, ms'])} (at most ${mostForCheck})`,
    ...stages.map(
      ({ regions, made, migrated, checked }) =>
        line([String(regions), made.toFixed(0), migrated.toFixed(1), checked.toFixed(1)]) +
        (checked > mostForCheck ? ' !' : ''),
    ),
    '',
    `a step that fails in region ${at}: ${before} before it done, ${rolledBack ? 'itself rolled back' : 'itself half done'}, ` +
      `${waiting} not begun; after the rerun ${left} behind${held ? '' : ' !'}`,
    '',
  ].join('\n')
}
