import type { NoticeChannel } from '#db/schema/core.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { shownKind, type NoticeLine } from './notice.ts'

/**
 * What a person was told of a subject, oldest first. `recipients` are whom each channel reaches, masked: the log itself holds
 * no address. The caller has seen to it that the asker may read the subject.
 */
export async function listNotices(
  ctx: TenantContext,
  subjectId: string,
  recipients: Readonly<Record<NoticeChannel, string>>,
): Promise<NoticeLine[]> {
  const rows = await ctx.db
    .selectFrom('notice')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['notice.id', 'kind', 'channel', 'state', 'attempts', 'segments', 'failure', 'timeZone'])
    .select(['createdAt', 'triedAt', 'sentAt', 'deliveredAt'])
    .where('subjectId', '=', subjectId)
    .orderBy('notice.id')
    .execute()
  return rows.map(({ id, kind, channel, state, attempts, segments, failure, timeZone, ...moments }) => {
    const at = moments.deliveredAt ?? moments.sentAt ?? moments.triedAt ?? moments.createdAt
    return {
      id,
      kind: shownKind(kind),
      channel,
      to: recipients[channel],
      state,
      at: { dateTime: at.toISOString(), text: formatMoment(at, timeZone) },
      tries: attempts,
      segments,
      failure,
    }
  })
}
