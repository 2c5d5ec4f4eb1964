import type { AppealStatus, LocaleCode, StaffRole } from '#db/schema/vocabulary.ts'

/** Parts of all appeals that are looked at as one list. */
const views = ['todo', 'open', 'overdue', 'closed', 'all'] as const
export type View = (typeof views)[number]

export const dueSpans = ['overdue', 'today', 'threeDays', 'week'] as const
export type DueSpan = (typeof dueSpans)[number]

/** All there are, in the order of a life. */
export const appealStatuses = [
  'registered',
  'assigned',
  'forwarded',
  'contested',
  'awaitingSignature',
  'answered',
  'withdrawn',
  'reopenRequested',
] as const satisfies readonly AppealStatus[]
const locales = ['kk', 'ru', 'en'] as const satisfies readonly LocaleCode[]

/** What a list is narrowed by; also its address. What is not given narrows nothing. */
export interface WorklistQuery {
  readonly view: View
  /** As typed. */
  readonly q?: string
  readonly state?: AppealStatus
  readonly agency?: string
  readonly category?: string
  readonly due?: DueSpan
  readonly language?: LocaleCode
  /** Where a page begins: the end of the one before. */
  readonly after?: string
}

/** The longest search, characters: past it nobody types. */
const longestSearch = 200

const oneOf = <T extends string>(known: readonly T[], given: string | null): T | undefined =>
  known.find((value) => value === given)

const anId = (given: string | null) => (given && /^[0-9a-f-]{36}$/.test(given) ? given : undefined)

type Waiting = 'registered' | 'contested' | 'reopenRequested' | 'assigned' | 'forwarded' | 'awaitingSignature'

/** The statuses in which an appeal waits for people of these roles. */
export function waitsFor(roles: readonly StaffRole[]): readonly Waiting[] {
  return [
    ...(roles.includes('dispatcher') ? (['registered', 'contested', 'reopenRequested'] as const) : []),
    ...(roles.includes('clerk') ? (['assigned', 'forwarded'] as const) : []),
    ...(roles.includes('agencyHead') ? (['awaitingSignature'] as const) : []),
  ]
}

/** The views that mean something to these roles, the one to begin with first. */
export const viewsOf = (roles: readonly StaffRole[]): readonly View[] =>
  waitsFor(roles).length > 0 ? views : views.filter((view) => view !== 'todo')

/** The list an address asks for. What cannot be read narrows nothing: an old link still shows a list. */
export function worklistQuery(typed: string | URLSearchParams, roles: readonly StaffRole[]): WorklistQuery {
  const given = new URLSearchParams(typed)
  const known = viewsOf(roles)
  const q = given.get('q')?.trim().slice(0, longestSearch)
  return {
    view: oneOf(known, given.get('view')) ?? known[0] ?? 'open',
    q: q || undefined,
    state: oneOf(appealStatuses, given.get('state')),
    agency: anId(given.get('agency')),
    category: anId(given.get('category')),
    due: oneOf(dueSpans, given.get('due')),
    language: oneOf(locales, given.get('language')),
    after: /^\d{1,15}\.[0-9a-f-]{36}$/.test(given.get('after') ?? '') ? (given.get('after') ?? undefined) : undefined,
  }
}

/** The same list as an address says it, `changes` made; every change begins at the first page unless it says where. */
export function addressOf(query: WorklistQuery, changes: Partial<WorklistQuery> = {}): Record<string, string> {
  const { after, ...narrowed } = { ...query, after: undefined, ...changes }
  return Object.fromEntries(
    Object.entries({ ...narrowed, after }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** Whether anything but the view narrows the list. */
export const isNarrowed = ({ q, state, agency, category, due, language }: WorklistQuery): boolean =>
  [q, state, agency, category, due, language].some((value) => value !== undefined)
