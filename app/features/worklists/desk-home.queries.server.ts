import type { TenantContext } from '#app/core/context.ts'
import { rememberedCount } from '#app/core/memory.server.ts'
import type { WorklistQuery } from './worklist.ts'
import { pickAppeals, type Asker } from './pick-appeals.server.ts'

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
  rememberedCount(ctx, nameOf(asker), () => readCounts(ctx, asker))

/** Not the id alone: an administrator looks at the lists of several roles. */
const nameOf = ({ principal }: Asker) => [principal.id, ...principal.roles, principal.agencyId].join(' ')

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
