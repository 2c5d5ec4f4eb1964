import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { listMentions, seesAll, toneOf } from '#app/features/appeals/public.server.ts'
import { daysBetween } from '#app/features/calendars/public.server.ts'
import { listDistricts } from '#app/features/districts/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { offeredTemplates } from '#app/features/templates/public.server.ts'
import { permits } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { paths } from '#app/core/paths.ts'
import { briefly } from '#app/core/transaction.server.ts'
import type { Tone } from '#app/ui/tone.ts'
import { shownColumns } from './columns.ts'
import { correctedSearch } from './correct-search.queries.server.ts'
import { countAppeals } from './desk-home.queries.server.ts'
import { fragmentOf, marked, type Piece } from './marks.ts'
import type { Asker } from './pick-appeals.server.ts'
import { listViews } from './saved-views.queries.server.ts'
import { searchOf } from './search.server.ts'
import { addressOf, isNarrowed, isPlain, viewsOf, waitsFor, worklistQuery, type WorklistQuery } from './worklist.ts'
import { askerOf, listAppeals, type WorklistPage, type WorklistRow } from './worklist.queries.server.ts'

/** So long the database may look for a page, milliseconds. */
const longestRead = 300

/** A row of the list as it is read. */
export interface WorklistItem extends Omit<WorklistRow, 'agencyIds' | 'text' | 'receivedAt'> {
  readonly agencies: readonly string[]
  /** dd.MM.yyyy */
  readonly receivedDay: string
  /** Calendar days from today to the due date; negative after it. */
  readonly daysLeft: number
  readonly tone: Tone
  /** Where the list is searched for words: the name and a part of the text, with the words marked. */
  readonly found: { readonly applicant: readonly Piece[]; readonly text: readonly Piece[] } | undefined
}

/** Everything of the staff's first page: the list that `params` ask for, what waits, and who said something to the asker. */
export async function getWorklist(ctx: TenantContext, params: URLSearchParams) {
  const asker = await askerOf(ctx)
  const { principal } = asker
  const query = worklistQuery(params, principal.permissions)
  const { page, meant } = await foundFor(ctx, asker, query)
  const { items, next, capped } = page ?? nothing
  const agencies = await agencyDirectory(ctx)
  const nameOf = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? ''
  const today = wallClockParts(ctx.clock.now(), asker.timeZone).day
  const search = query.q === undefined ? undefined : searchOf(meant ?? query.q)
  const words = search?.for === 'words' ? search.words : []
  // The plain list is where a day begins; a narrowed one is for looking something up.
  const isHome = !isNarrowed(query) && query.after === undefined && query.view === viewsOf(principal.permissions)[0]
  const isAtWork = query.view !== 'closed' && query.view !== 'all'
  return {
    query,
    isHome,
    views: viewsOf(principal.permissions),
    saved: await listViews(ctx, asker),
    canShare: permits(principal, 'views.share') && seesAll(principal),
    columns: shownColumns(query.columns, seesAll(principal)),
    seesAll: seesAll(principal),
    waitsFor: waitsFor(principal.permissions),
    /** The rows of this list can be ticked and given to an agency. */
    assigns: ctx.ability.can('assign', 'Appeal') && query.view === 'todo',
    /** The rows of this list can be ticked and answered from one of these. */
    templates: isAtWork && ctx.ability.can('draft', 'Appeal') ? await offeredTemplates(ctx) : [],
    counts: await countAppeals(ctx, asker),
    mentions: isHome ? await listMentions(ctx) : [],
    agencies: agencies.filter(({ retired }) => !retired).map(({ id, name, level }) => ({ id, name, level })),
    districts: await listDistricts(ctx),
    categories: (await listCategories(ctx)).map(({ id, name }) => ({ id, name })),
    items: items.map(({ agencyIds, text, receivedAt, ...item }) => ({
      ...item,
      agencies: agencyIds.map(nameOf),
      receivedDay: formatDay(wallClockParts(receivedAt, asker.timeZone).day),
      daysLeft: daysBetween(today, item.dueOn),
      tone: toneOf(item.status),
      found:
        text === undefined ? undefined : { applicant: marked(item.applicant, words), text: fragmentOf(text, words) },
    })) satisfies WorklistItem[],
    next,
    capped,
    /** What was searched for instead, where nobody uses the words that were typed. */
    meant,
    /** It would take too long to find: the list must be narrowed. */
    tooWide: page === undefined,
  }
}

export type Worklist = Awaited<ReturnType<typeof getWorklist>>

const nothing: WorklistPage = { items: [], next: undefined, capped: false }

/** A page of the asker's appeals; undefined where it cannot be read soon. What one index answers always is. */
export const pageOf = (ctx: TenantContext, asker: Asker, query: WorklistQuery, size?: number) =>
  isPlain(query)
    ? listAppeals(ctx, asker, query, size)
    : briefly(ctx, longestRead, (ctx) => listAppeals(ctx, asker, query, size))

/** The same with what was meant, where nothing was found for what was typed and something is for that. */
async function foundFor(ctx: TenantContext, asker: Asker, query: WorklistQuery) {
  const page = await pageOf(ctx, asker, query)
  const { q, exact, after } = query
  const isMisspelt = page?.items.length === 0 && q !== undefined && exact === undefined && after === undefined
  if (!isMisspelt || searchOf(q).for !== 'words') return { page, meant: undefined }
  const meant = await correctedSearch(ctx, q)
  const other = meant === undefined ? undefined : await pageOf(ctx, asker, { ...query, q: meant })
  return other && other.items.length > 0 ? { page: other, meant } : { page, meant: undefined }
}

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
  const list = worklistQuery(from, asker.principal.permissions)
  const address = new URLSearchParams(addressOf(list, { after: list.after })).toString()
  for (const after of [at, undefined]) {
    const page = await pageOf(ctx, asker, { ...list, after }, 2)
    const next = page?.items.find(({ id }) => id !== appealId)
    if (next) return paths.appeal(next.id, { from: address, at: next.key, done })
  }
  return paths.worklist({ ...addressOf(list), done })
}
