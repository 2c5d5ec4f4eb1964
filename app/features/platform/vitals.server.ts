import type { Insertable } from 'kysely'
import type { ControlTables } from '#db/schema/control.ts'
import { schemaBytes } from '#db/sql/sizes.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

type Vital = Insertable<ControlTables['regionVital']>
export type RegionMeasures = Pick<
  Vital,
  'schemaBytes' | 'fileBytes' | 'waitingEvents' | 'oldestEventAt' | 'failedNotices'
>

const week = 7 * 86_400_000

/** How large a region is and what waits in it, by its own rows: counts and moments, nobody's value. For the worker. */
export async function measureRegion({ db, clock }: TenantContext): Promise<RegionMeasures> {
  const since = new Date(clock.now().getTime() - week)
  const found = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      schemaBytes().as('schemaBytes'),
      selectFrom('attachment')
        .where('state', '=', 'kept')
        .select((file) => file.fn.sum<string>('bytes').as('n'))
        .as('fileBytes'),
      selectFrom('answerLetter')
        .where('state', '=', 'kept')
        .select((file) => file.fn.sum<string>('bytes').as('n'))
        .as('letterBytes'),
      selectFrom('outbox').where('relayedAt', 'is', null).select(fn.countAll<string>().as('n')).as('waitingEvents'),
      selectFrom('outbox')
        .where('relayedAt', 'is', null)
        .select((event) => event.fn.min('createdAt').as('at'))
        .as('oldestEventAt'),
      selectFrom('notice')
        .where('state', '=', 'failed')
        .where('createdAt', '>', since)
        .select(fn.countAll<string>().as('n'))
        .as('failedNotices'),
    ])
    .executeTakeFirstOrThrow()
  return {
    schemaBytes: found.schemaBytes,
    fileBytes: Number(found.fileBytes ?? 0) + Number(found.letterBytes ?? 0),
    waitingEvents: Number(found.waitingEvents),
    oldestEventAt: found.oldestEventAt,
    failedNotices: Number(found.failedNotices),
  }
}

/** Which steps each schema has had, by its name. */
export async function readSteps({
  db,
}: PlatformContext): Promise<ReadonlyMap<string, { last: string; count: number }>> {
  const rows = await db
    .selectFrom('migrationLedger')
    .select(({ fn }) => ['scope', fn.max('name').as('last'), fn.countAll<string>().as('count')])
    .groupBy('scope')
    .execute()
  return new Map(rows.map(({ scope, last, count }) => [scope, { last, count: Number(count) }]))
}

/** Keeps what was measured in place of what was measured before. */
export function noteVital(ctx: PlatformContext, vital: Omit<Vital, 'takenAt'>): Promise<void> {
  return inTransaction(ctx, async ({ db, clock }) => {
    const { slug, ...measured } = { ...vital, takenAt: clock.now() }
    await db
      .insertInto('regionVital')
      .values({ slug, ...measured })
      .onConflict((conflict) => conflict.column('slug').doUpdateSet(measured))
      .execute()
  })
}
