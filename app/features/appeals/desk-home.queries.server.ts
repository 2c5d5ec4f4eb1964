import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { rememberedCount } from '#app/core/memory.server.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { WorklistQuery } from './worklist.ts'
import { pickAppeals, type Asker } from './worklist.queries.server.ts'

/** Past so many nobody counts: a list is as long as it is. */
const mostCounted = 1000

export interface WorklistCounts {
  readonly todo: number
  readonly open: number
  readonly today: number
  readonly overdue: number
}

/** How many appeals wait, by view; each count stops at one more than `mostCounted`. */
export const countAppeals = (ctx: TenantContext, asker: Asker): Promise<WorklistCounts> =>
  rememberedCount(ctx, asker.principal.id, () => readCounts(ctx, asker))

/** One statement. */
async function readCounts(ctx: TenantContext, asker: Asker): Promise<WorklistCounts> {
  const counted = (query: WorklistQuery) =>
    ctx.db
      .selectFrom(pickAppeals(ctx, asker, query, mostCounted + 1))
      .select((row) => row.fn.countAll<string>().as('n'))
  const row = await ctx.db
    .selectNoFrom([
      counted({ view: 'todo' }).as('todo'),
      counted({ view: 'open' }).as('open'),
      counted({ view: 'open', due: 'today' }).as('today'),
      counted({ view: 'overdue' }).as('overdue'),
    ])
    .executeTakeFirstOrThrow()
  const { todo, open, today, overdue } = row
  return { todo: Number(todo), open: Number(open), today: Number(today), overdue: Number(overdue) }
}

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
export async function listMentions(ctx: TenantContext, { principal, timeZone }: Asker): Promise<Mention[]> {
  const rows = await ctx.db
    .selectFrom('noteMention')
    .innerJoin('appealNote', 'appealNote.id', 'noteMention.noteId')
    .innerJoin('appeal', 'appeal.id', 'appealNote.appealId')
    .innerJoin('staffMember', 'staffMember.id', 'appealNote.authorId')
    .select(['appealNote.id', 'appealNote.appealId', 'appealNote.kind', 'appealNote.text', 'appealNote.createdAt'])
    .select(['appeal.number', 'staffMember.fullName'])
    .where('noteMention.staffId', '=', principal.id)
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
