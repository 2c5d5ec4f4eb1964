import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { daysBetween } from '#app/features/calendars/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { seesAll } from './appeals.policy.ts'
import { countAppeals, listMentions } from './desk-home.queries.server.ts'
import { addressOf, isNarrowed, viewsOf, waitsFor, worklistQuery } from './worklist.ts'
import { askerOf, listAppeals, type WorklistRow } from './worklist.queries.server.ts'

/** A row of the list as it is read. */
export interface WorklistItem extends Omit<WorklistRow, 'agencyIds'> {
  readonly agencies: readonly string[]
  /** Calendar days from today to the due date; negative after it. */
  readonly daysLeft: number
}

/** Everything of the staff's first page: the list that `params` ask for, what waits, and who said something to the asker. */
export async function getWorklist(ctx: TenantContext, params: URLSearchParams) {
  const asker = await askerOf(ctx)
  const { roles } = asker.principal
  const query = worklistQuery(params, roles)
  const { items, next, capped } = await listAppeals(ctx, asker, query)
  const agencies = await agencyDirectory(ctx)
  const nameOf = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? ''
  const today = wallClockParts(ctx.clock.now(), asker.timeZone).day
  // The plain list is where a day begins; a narrowed one is for looking something up.
  const isHome = !isNarrowed(query) && query.after === undefined && query.view === viewsOf(roles)[0]
  return {
    query,
    isHome,
    views: viewsOf(roles),
    seesAll: seesAll(roles),
    waitsFor: waitsFor(roles),
    canAssign: ctx.ability.can('assign', 'Appeal'),
    counts: await countAppeals(ctx, asker),
    mentions: isHome ? await listMentions(ctx, asker) : [],
    agencies: agencies.filter(({ retired }) => !retired).map(({ id, name, level }) => ({ id, name, level })),
    categories: (await listCategories(ctx)).map(({ id, name }) => ({ id, name })),
    items: items.map(({ agencyIds, ...item }) => ({
      ...item,
      agencies: agencyIds.map(nameOf),
      daysLeft: daysBetween(today, item.dueOn),
    })) satisfies WorklistItem[],
    next,
    capped,
  }
}

export type Worklist = Awaited<ReturnType<typeof getWorklist>>

/**
 * What comes after an appeal in the list it was opened from, for who has just done with it: the next row, or the first
 * where it was the last. `at` is the key of the row that was opened. Undefined where nothing is left.
 */
export async function nextInList(ctx: TenantContext, appealId: string, from: string, at: string | undefined) {
  const asker = await askerOf(ctx)
  const list = worklistQuery(from, asker.principal.roles)
  for (const after of [at, undefined]) {
    const { items } = await listAppeals(
      ctx,
      asker,
      worklistQuery(new URLSearchParams(addressOf(list, { after })), asker.principal.roles),
      2,
    )
    const next = items.find(({ id }) => id !== appealId)
    if (next) return { id: next.id, key: next.key }
  }
  return undefined
}
