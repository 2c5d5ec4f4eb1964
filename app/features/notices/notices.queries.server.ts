import type { NoticeChannel } from '#db/schema/core.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { shownKind, type NoticeLine } from './notice.ts'

/** Somebody who was told of a subject, and whom each channel reaches, masked: the log itself holds no address. */
type Told = Readonly<Record<NoticeChannel, string>> & {
  readonly subjectId: string
  readonly recipientId: string
  readonly name: string
}

/**
 * What these people were told of these subjects, oldest first. The caller has seen to it that the asker may know of each.
 */
export async function listNotices(ctx: TenantContext, people: readonly Told[]): Promise<NoticeLine[]> {
  if (people.length === 0) return []
  const rows = await ctx.db
    .selectFrom('notice')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['notice.id', 'kind', 'channel', 'state', 'attempts', 'segments', 'failure', 'timeZone'])
    .select(['createdAt', 'triedAt', 'sentAt', 'deliveredAt', 'subjectId', 'recipientId'])
    .where('subjectId', 'in', [...new Set(people.map(({ subjectId }) => subjectId))])
    .orderBy('notice.id')
    .execute()
  return rows.flatMap(({ id, kind, channel, state, attempts, segments, failure, timeZone, ...row }) => {
    const told = people.find((one) => one.subjectId === row.subjectId && one.recipientId === row.recipientId)
    if (!told) return []
    const at = row.deliveredAt ?? row.sentAt ?? row.triedAt ?? row.createdAt
    return [
      {
        id,
        kind: shownKind(kind),
        channel,
        to: [told.name, told[channel]].filter(Boolean).join(', '),
        state,
        at: { dateTime: at.toISOString(), text: formatMoment(at, timeZone) },
        tries: attempts,
        segments,
        failure,
      },
    ]
  })
}
