import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { daysBetween } from '#app/features/calendars/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { listMentions, seesAll, toneOf } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { briefly } from '#app/core/transaction.server.ts'
import { paths } from '#app/core/paths.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { countAppeals } from './desk-home.queries.server.ts'
import type { Tone } from '#app/ui/tone.ts'
import type { Asker } from './pick-appeals.server.ts'
import { addressOf, isNarrowed, isPlain, viewsOf, waitsFor, worklistQuery, type WorklistQuery } from './worklist.ts'
import { askerOf, listAppeals, type WorklistPage, type WorklistRow } from './worklist.queries.server.ts'

/** So long the database may look for a page, milliseconds. */
const longestRead = 300

/** A row of the list as it is read. */
export interface WorklistItem extends Omit<WorklistRow, 'agencyIds' | 'text'> {
  readonly agencies: readonly string[]
  /** Calendar days from today to the due date; negative after it. */
  readonly daysLeft: number
  readonly tone: Tone
}

/** Everything of the staff's first page: the list that `params` ask for, what waits, and who said something to the asker. */
export async function getWorklist(ctx: TenantContext, params: URLSearchParams) {
  const asker = await askerOf(ctx)
  const { roles } = asker.principal
  const query = worklistQuery(params, roles)
  const page = await pageOf(ctx, asker, query)
  const { items, next, capped } = page ?? nothing
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
    mentions: isHome ? await listMentions(ctx) : [],
    agencies: agencies.filter(({ retired }) => !retired).map(({ id, name, level }) => ({ id, name, level })),
    categories: (await listCategories(ctx)).map(({ id, name }) => ({ id, name })),
    items: items.map(({ agencyIds, ...item }) => ({
      ...item,
      agencies: agencyIds.map(nameOf),
      daysLeft: daysBetween(today, item.dueOn),
      tone: toneOf(item.status),
    })) satisfies WorklistItem[],
    next,
    capped,
    /** It would take too long to find: the list must be narrowed. */
    tooWide: page === undefined,
  }
}

const nothing: WorklistPage = { items: [], next: undefined, capped: false }

/** A page of the asker's appeals; undefined where it cannot be read soon. What one index answers always is. */
const pageOf = (ctx: TenantContext, asker: Asker, query: WorklistQuery, size?: number) =>
  isPlain(query)
    ? listAppeals(ctx, asker, query, size)
    : briefly(ctx, longestRead, (ctx) => listAppeals(ctx, asker, query, size))

export type Worklist = Awaited<ReturnType<typeof getWorklist>>

/**
 * Where somebody goes on who has done with an appeal: to what follows it in the list it was opened from, to the first where it
 * was the last, to the list where nothing is left in it. `at` is the key of the row that was opened; `done` is told there.
 */
export async function onwards(
  ctx: TenantContext,
  appealId: string,
  { from = '', at }: { readonly from: string | undefined; readonly at: string | undefined },
  done: string | undefined,
): Promise<string> {
  const asker = await askerOf(ctx)
  const list = worklistQuery(from, asker.principal.roles)
  for (const after of [at, undefined]) {
    const page = await pageOf(ctx, asker, { ...list, after }, 2)
    const next = page?.items.find(({ id }) => id !== appealId)
    if (next)
      return paths.appeal(next.id, {
        from: new URLSearchParams(addressOf(list, { after: list.after })).toString(),
        at: next.key,
        done,
      })
  }
  return paths.worklist({ ...addressOf(list), done })
}
