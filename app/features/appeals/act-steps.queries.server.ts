import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import type { ActKind } from '#db/schema/vocabulary.ts'
import { groundOf } from './clock-acts.queries.server.ts'

const signedAs = {
  extension: 'extended',
  suspension: 'suspended',
  resumption: 'resumed',
  hearing: 'hearingCalled',
  termination: 'terminated',
  leaving: 'leftUnconsidered',
} as const satisfies Record<ActKind, string>

/** What acts add to the life of an appeal. */
export type ActEvent = (typeof signedAs)[ActKind] | 'objected' | 'agreed' | 'hearingHeld'

/** A signed act, what was said to it, or that a hearing was held. */
export interface ActStep {
  readonly id: string
  readonly event: ActEvent
  readonly at: Date
  readonly assignmentId: string | null
  readonly act: { readonly id: string; readonly number: string }
  /** The ground, and for a hearing when and where it is; a line each. */
  readonly why: readonly string[]
  /** dd.MM.yyyy; only where the act moved the share's date. */
  readonly due?: { readonly from: string; readonly to: string }
}

/** The signed acts of an appeal with what followed from them, oldest first of each. */
export async function listActSteps(
  ctx: Pick<TenantContext, 'db' | 't'>,
  appealId: string,
  timeZone: string,
): Promise<ActStep[]> {
  const acts = await ctx.db
    .selectFrom('act')
    .leftJoin('actObjection', 'actObjection.actId', 'act.id')
    .leftJoin('hearingProtocol', 'hearingProtocol.actId', 'act.id')
    .select(['act.id', 'act.kind', 'act.number', 'act.ground', 'act.hearsAt', 'act.place', 'act.signedAt'])
    .select(['act.assignmentId', 'actObjection.kind as position', 'actObjection.createdAt as saidAt'])
    .select('hearingProtocol.keptAt')
    .where('act.appealId', '=', appealId)
    .where('act.status', '=', 'signed')
    .orderBy('act.id')
    .execute()
  if (acts.length === 0) return []
  const dues = await duesOf(ctx, appealId)
  return acts.flatMap(
    ({ id, kind, number, ground, hearsAt, place, signedAt, assignmentId, position, saidAt, keptAt }) => {
      if (!signedAt) return []
      const of = { assignmentId, act: { id, number: number ?? '' } }
      const due = dues.get(id)
      const why = hearsAt ? [formatMoment(hearsAt, timeZone), place ?? ''] : [groundOf(ctx, ground)]
      return [
        { id, event: signedAs[kind], at: signedAt, why, ...of, ...(due ? { due } : {}) },
        ...(position && saidAt
          ? [
              {
                id: `${id}-position`,
                event: position === 'agrees' ? ('agreed' as const) : ('objected' as const),
                at: saidAt,
                why: [],
                ...of,
              },
            ]
          : []),
        ...(keptAt ? [{ id: `${id}-protocol`, event: 'hearingHeld' as const, at: keptAt, why: [], ...of }] : []),
      ]
    },
  )
}

/** The dates that acts moved, by the act. */
async function duesOf({ db }: Pick<TenantContext, 'db'>, appealId: string) {
  const rows = await db
    .selectFrom('journal')
    .select(['refs', 'facts'])
    .where('subjectId', '=', appealId)
    .where('event', 'in', ['appeal.extended', 'appeal.suspended', 'appeal.resumed'])
    .execute()
  return new Map(
    rows.flatMap(({ refs, facts: { dueOn, formerDueOn } }) =>
      refs.actId && typeof dueOn === 'string' && typeof formerDueOn === 'string' && dueOn !== formerDueOn
        ? [[refs.actId, { from: formatDay(formerDueOn), to: formatDay(dueOn) }] as const]
        : [],
    ),
  )
}
