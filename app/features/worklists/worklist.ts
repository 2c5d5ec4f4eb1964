import { isColumn, type Column } from './columns.ts'
import type { Permission } from '#app/core/access/permissions.ts'
import type { AppealStatus, LegalKind, LocaleCode } from '#db/schema/vocabulary.ts'

/** Parts of all appeals that are looked at as one list. */
const views = ['todo', 'open', 'overdue', 'closed', 'all'] as const
export type View = (typeof views)[number]

export const dueSpans = ['overdue', 'today', 'threeDays', 'week'] as const
export type DueSpan = (typeof dueSpans)[number]

/** What a list may be ordered by, beside the order that its view begins with; `-` turns it round. */
export const sortings = ['due', 'received', 'number'] as const
export type Sorting = (typeof sortings)[number]
export type Sort = Sorting | `-${Sorting}`

/** All there are, in the order of a life; what is missing here does not compile. */
const inOrderOfLife: Readonly<Record<AppealStatus, true>> = {
  registered: true,
  assigned: true,
  forwarded: true,
  contested: true,
  awaitingSignature: true,
  answered: true,
  withdrawn: true,
  merged: true,
  terminated: true,
  leftUnconsidered: true,
  reopenRequested: true,
}
export const appealStatuses = Object.keys(inOrderOfLife) as AppealStatus[]

/** All there are in law; what is missing here does not compile. */
const kinds: Readonly<Record<LegalKind, true>> = {
  application: true,
  complaint: true,
  report: true,
  proposal: true,
  response: true,
  inquiry: true,
}
export const appealKinds = Object.keys(kinds) as LegalKind[]

const locales = ['kk', 'ru', 'en'] as const satisfies readonly LocaleCode[]

/** What a list is narrowed by; also its address. What is not given narrows nothing. */
export interface WorklistQuery {
  readonly view: View
  /** As typed. */
  readonly q?: string
  /** The words as they are, though others may have been meant. */
  readonly exact?: 'yes'
  readonly state?: AppealStatus
  readonly kind?: LegalKind
  readonly agency?: string
  readonly category?: string
  readonly district?: string
  readonly due?: DueSpan
  /** Due within so many days from today, a whole number. */
  readonly days?: string
  readonly language?: LocaleCode
  /** What the asker had a hand in. */
  readonly mine?: 'yes'
  readonly sort?: Sort
  /** The saved view that the list began with. */
  readonly saved?: string
  /** Names of columns with blanks between them; left out, those that everybody begins with. */
  readonly columns?: string
  /** Where a page begins: the end of the one before. */
  readonly after?: string
}

/** What narrows a list, in the order in which it is offered. */
export const filters = ['state', 'due', 'days', 'category', 'district', 'kind', 'agency', 'language', 'mine'] as const
export type Filter = (typeof filters)[number]

/** The longest search, characters: past it nobody types. */
const longestSearch = 200

/** So many days ahead a list may be asked for: no term is longer. */
const mostDays = 366

const oneOf = <T extends string>(known: readonly T[], given: string | null): T | undefined =>
  known.find((value) => value === given)

const anId = (given: string | null) => (given && /^[0-9a-f-]{36}$/.test(given) ? given : undefined)

const aNumber = (given: string | null, most: number) =>
  given && /^\d{1,4}$/.test(given) && Number(given) <= most ? String(Number(given)) : undefined

/** The key of a row: a moment in milliseconds, a rank or a public number, and the row's id. */
const cursor = /^(\d{1,15}|\d{2}-\d{2}-\d{6,9})\.[0-9a-f-]{36}$/

type Held = ReadonlySet<Permission>

type Waiting = 'registered' | 'contested' | 'reopenRequested' | 'assigned' | 'forwarded' | 'awaitingSignature'

/** The statuses in which an appeal waits for whoever passes appeals on. */
export function waitsAtCentre(held: Held): readonly Waiting[] {
  return [
    ...(held.has('appeals.assign') ? (['registered'] as const) : []),
    ...(held.has('appeals.decide') ? (['contested'] as const) : []),
    ...(held.has('appeals.reopen') ? (['reopenRequested'] as const) : []),
  ]
}

/** The statuses in which an appeal waits for people of its agency. */
export function waitsAtAgency(held: Held): readonly Waiting[] {
  return [
    ...(held.has('answers.draft') ? (['assigned', 'forwarded'] as const) : []),
    ...(held.has('answers.sign') ? (['awaitingSignature'] as const) : []),
  ]
}

/** The statuses in which an appeal waits for somebody. */
export const waitsFor = (held: Held): readonly Waiting[] => [...waitsAtCentre(held), ...waitsAtAgency(held)]

/** The views that mean something to somebody, the one to begin with first. */
export const viewsOf = (held: Held): readonly View[] =>
  waitsFor(held).length > 0 ? views : views.filter((view) => view !== 'todo')

/** The list an address asks for. What cannot be read narrows nothing: an old link still shows a list. */
export function worklistQuery(typed: string | URLSearchParams, held: Held): WorklistQuery {
  const given = new URLSearchParams(typed)
  const known = viewsOf(held)
  const q = given.get('q')?.trim().slice(0, longestSearch) || undefined
  const after = given.get('after') ?? ''
  return {
    view: oneOf(known, given.get('view')) ?? known[0] ?? 'open',
    q,
    exact: q === undefined ? undefined : oneOf(['yes'], given.get('exact')),
    state: oneOf(appealStatuses, given.get('state')),
    kind: oneOf(appealKinds, given.get('kind')),
    agency: anId(given.get('agency')),
    category: anId(given.get('category')),
    district: anId(given.get('district')),
    due: oneOf(dueSpans, given.get('due')),
    days: aNumber(given.get('days'), mostDays),
    language: oneOf(locales, given.get('language')),
    mine: oneOf(['yes'], given.get('mine')),
    sort: oneOf(
      sortings.flatMap((by) => [by, `-${by}`] as const),
      given.get('sort'),
    ),
    saved: anId(given.get('saved')),
    columns: columnsAsked(given.getAll('columns')),
    after: cursor.test(after) ? after : undefined,
  }
}

function columnsAsked(given: readonly string[]): string | undefined {
  const asked: Column[] = given.flatMap((names) => names.split(' ')).filter(isColumn)
  return asked.length > 0 ? [...new Set(asked)].join(' ') : undefined
}

/** The same list as an address says it, `changes` made; every change begins at the first page unless it says where. */
export function addressOf(query: WorklistQuery, changes: Partial<WorklistQuery> = {}): Record<string, string> {
  const { after, ...narrowed } = { ...query, after: undefined, ...changes }
  return Object.fromEntries(
    Object.entries({ ...narrowed, after }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** Of a list what a saved view keeps: neither a search, which could name a person, nor a place in the list. */
export function viewAddress(typed: string, held: Held): string {
  const query = worklistQuery(typed, held)
  return new URLSearchParams(addressOf(query, { q: undefined, exact: undefined, saved: undefined })).toString()
}

/** How many things narrow the list, beside its view. */
const narrowings = (query: WorklistQuery): number =>
  [query.q, ...filters.map((filter) => query[filter])].filter((value) => value !== undefined).length

/** Whether anything but the view narrows the list. */
export const isNarrowed = (query: WorklistQuery): boolean => narrowings(query) > 0

/**
 * Whether one index answers the list: a view alone in any order, or narrowed by one thing in the view's own order. Any
 * other may have to look through more rows than anybody wants to wait for.
 */
export const isPlain = (query: WorklistQuery): boolean =>
  query.q === undefined && (query.sort === undefined ? narrowings(query) <= 1 : narrowings(query) === 0)

/** `closed` and `all` begin with the newest, everything else with what is due first, a search with what fits best. */
export type Order = 'fit' | 'closed' | 'entered' | Sorting

/** The order of a list: by what, and whether the largest comes first. `byFit`: what fits a search best comes first. */
export function orderOf(
  query: WorklistQuery,
  ofAgency: boolean,
  byFit: boolean,
): { readonly by: Order; readonly down: boolean } {
  if (query.sort)
    return query.sort.startsWith('-')
      ? { by: query.sort.slice(1) as Sorting, down: true }
      : { by: query.sort as Sorting, down: false }
  if (byFit) return { by: 'fit', down: true }
  // What is due is at work, and comes as it falls due.
  if (query.due !== undefined || query.days !== undefined) return { by: 'due', down: false }
  if (query.view === 'all' || (query.view === 'closed' && ofAgency)) return { by: 'entered', down: true }
  return query.view === 'closed' ? { by: 'closed', down: true } : { by: 'due', down: false }
}
