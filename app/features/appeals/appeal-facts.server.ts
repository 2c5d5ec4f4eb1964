import type { Facts } from '#db/schema/core.ts'
import type { Outcome } from '#db/schema/tenant.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'

interface ClosedAppeal {
  readonly categoryId: string | null
  readonly receivedAt: Date
  readonly dueAt: Date
}

const dayMilliseconds = 86_400_000

/** What national figures need to know of an answer given at `at`; days are those of the region's calendar on the wall. */
export async function answeredFacts(
  { db }: TenantContext,
  appeal: ClosedAppeal,
  outcome: Outcome,
  at: Date,
): Promise<Facts> {
  const { timeZone } = await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const category = appeal.categoryId
    ? await db.selectFrom('category').select('slug').where('id', '=', appeal.categoryId).executeTakeFirstOrThrow()
    : undefined
  const receivedOn = wallClockParts(appeal.receivedAt, timeZone).day
  const answeredOn = wallClockParts(at, timeZone).day
  return {
    outcome,
    onTime: at <= appeal.dueAt,
    days: (Date.parse(answeredOn) - Date.parse(receivedOn)) / dayMilliseconds,
    category: category?.slug ?? '',
    receivedOn,
  }
}
