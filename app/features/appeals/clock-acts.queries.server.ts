import type { TenantContext } from '#app/core/context.ts'
import type { ActGround } from '#db/schema/vocabulary.ts'
import type { ClockAct } from './appeal-clock.server.ts'

/**
 * The signed acts that move the clocks of these appeals, in the order they were signed; those from before an appeal was
 * reopened move nothing any more. A suspension ends where it was resumed.
 */
export async function getClockActs(
  { db }: Pick<TenantContext, 'db'>,
  appealIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClockAct[]>> {
  if (appealIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('act')
    .innerJoin('appeal', 'appeal.id', 'act.appealId')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'act.assignmentId').onRef('assignment.round', '=', 'appeal.round'),
    )
    .leftJoin('act as resumption', (join) =>
      join.onRef('resumption.endsActId', '=', 'act.id').on('resumption.status', '=', 'signed'),
    )
    .select(['act.appealId', 'assignment.id as assignmentId', 'assignment.role', 'act.kind', 'act.ground'])
    .select(['act.fromOn', 'act.untilOn', 'resumption.fromOn as resumedOn'])
    .where('act.appealId', 'in', [...appealIds])
    .where('act.kind', 'in', ['extension', 'suspension'])
    .where('act.status', '=', 'signed')
    .orderBy('act.signedAt')
    .orderBy('act.id')
    .execute()
  return Map.groupBy(
    rows.map(({ appealId, assignmentId, role, kind, ground, fromOn, untilOn, resumedOn }) => ({
      appealId,
      assignmentId,
      role,
      step:
        kind === 'suspension'
          ? { kind, from: fromOn ?? '', until: resumedOn ?? untilOn ?? '', ground }
          : { kind: 'extension' as const, until: untilOn ?? '', ground },
    })),
    ({ appealId }) => appealId,
  )
}

/** The same of one appeal. */
export const clockActsOf = async (ctx: Pick<TenantContext, 'db'>, appealId: string): Promise<readonly ClockAct[]> =>
  (await getClockActs(ctx, [appealId])).get(appealId) ?? []

/** The ground of a step, in the asker's language. */
export const groundOf = ({ t }: Pick<TenantContext, 't'>, ground: string): string =>
  t(`acts:ground.${ground as ActGround}`)
