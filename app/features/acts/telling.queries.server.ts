import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'

/** Of a watched act, what its telling is judged by. */
interface Told {
  readonly toldOn: string | null
  readonly sentAt: Date | null
}

/** The first day on which the person was told, by the product or by hand; undefined where nobody told them. */
export function firstTold({ toldOn, sentAt }: Told, timeZone: string): string | undefined {
  const days = [toldOn, sentAt && wallClockParts(sentAt, timeZone).day].filter((day) => day !== null)
  return days.toSorted()[0]
}

/**
 * Acts that are watched, each with the moment by which everybody was told whom it concerns: the last one's first notice. Null
 * while one of them has none.
 */
export const watchedActs = ({ db }: TenantContext) =>
  db
    .selectFrom('actNotice')
    .innerJoin('act', 'act.id', 'actNotice.actId')
    .select(['actNotice.actId', 'actNotice.appealId', 'actNotice.noticeBy', 'actNotice.noticeAt', 'actNotice.state'])
    .select(['actNotice.toldOn', 'actNotice.toldWay', 'actNotice.toldRef', 'act.kind', 'act.number', 'act.agencyId'])
    .select((row) =>
      row
        .selectFrom((each) =>
          each
            .selectFrom('notice')
            .select(({ fn }) =>
              fn.min('notice.sentAt').filterWhere('notice.state', 'in', ['sent', 'delivered']).as('toldAt'),
            )
            .whereRef('notice.eventId', '=', 'actNotice.eventId')
            .groupBy('notice.recipientId')
            .as('person'),
        )
        .select(({ fn, eb }) =>
          eb
            .case()
            .when(
              eb.and([
                eb(fn.countAll<number>(), '=', fn.count<number>('person.toldAt')),
                // Whoever has no address has no notice either.
                eb(fn.countAll<number>(), '>=', eb.ref('actNotice.people')),
              ]),
            )
            .then(fn.max('person.toldAt'))
            .else(null)
            .end()
            .as('sentAt'),
        )
        .as('sentAt'),
    )

/** The day on which the person was told of an act; undefined where nobody told them yet. */
export async function toldOnOf(ctx: TenantContext, actId: string, timeZone: string): Promise<string | undefined> {
  const row = await watchedActs(ctx).where('actNotice.actId', '=', actId).executeTakeFirst()
  return row && firstTold(row, timeZone)
}
