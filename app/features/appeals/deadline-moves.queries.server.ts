import { getChangeLines } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'

/** A due date that moved without anybody doing anything to the appeal. */
export interface DeadlineMove {
  /** The journal's. */
  readonly id: string
  readonly event: 'deadlinePostponed' | 'deadlineAdvanced'
  readonly at: Date
  /** dd.MM.yyyy */
  readonly from: string
  readonly to: string
  /** What the change of the calendar did, in the asker's language. */
  readonly why: readonly string[]
}

const events = ['deadlinePostponed', 'deadlineAdvanced'] as const

/** How an appeal's due date was moved by changes of the calendar, oldest first. */
export async function listDeadlineMoves(
  ctx: Pick<TenantContext, 'db' | 't' | 'locale'>,
  appealId: string,
): Promise<DeadlineMove[]> {
  const rows = await ctx.db
    .selectFrom('journal')
    .select(['id', 'event', 'occurredAt', 'refs', 'facts'])
    .where('subjectId', '=', appealId)
    .where(
      'event',
      'in',
      events.map((event) => `appeal.${event}`),
    )
    .orderBy('id')
    .execute()
  const why = await getChangeLines(ctx, [...new Set(rows.flatMap(({ refs }) => refs.changeId ?? []))])
  return rows.map(({ id, event, occurredAt, refs, facts }) => ({
    id,
    event: events.find((one) => event === `appeal.${one}`) ?? 'deadlinePostponed',
    at: occurredAt,
    from: formatDay(String(facts.formerDueOn)),
    to: formatDay(String(facts.dueOn)),
    why: why[refs.changeId ?? ''] ?? [],
  }))
}
