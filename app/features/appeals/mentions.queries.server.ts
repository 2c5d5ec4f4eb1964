import { getRegion } from '#app/features/regions/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'

export interface Mention {
  readonly noteId: string
  readonly appealId: string
  readonly number: string
  readonly by: string
  readonly at: string
  readonly dateTime: string
  readonly text: string
  readonly returned: boolean
}

/** Notes that name the asker and were not read yet, of appeals that they still have; the newest first, at most 20. */
export async function listMentions(ctx: TenantContext): Promise<Mention[]> {
  if (ctx.principal.kind !== 'staff') return []
  const { timeZone } = await getRegion(ctx)
  const rows = await ctx.db
    .selectFrom('noteMention')
    .innerJoin('appealNote', 'appealNote.id', 'noteMention.noteId')
    .innerJoin('appeal', 'appeal.id', 'appealNote.appealId')
    .innerJoin('staffMember', 'staffMember.id', 'appealNote.authorId')
    .select(['appealNote.id', 'appealNote.appealId', 'appealNote.kind', 'appealNote.text', 'appealNote.createdAt'])
    .select(['appeal.number', 'staffMember.fullName'])
    .where('noteMention.staffId', '=', ctx.principal.id)
    .where('noteMention.readAt', 'is', null)
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .orderBy('appealNote.id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    noteId: row.id,
    appealId: row.appealId,
    number: row.number ?? '',
    by: row.fullName,
    at: formatMoment(row.createdAt, timeZone),
    dateTime: row.createdAt.toISOString(),
    text: row.text,
    returned: row.kind === 'returned',
  }))
}
