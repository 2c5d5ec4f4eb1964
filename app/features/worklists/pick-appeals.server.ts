import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import { hits, isFound, oneByOne } from '#db/sql/search.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { isEnded, seesAll } from '#app/features/appeals/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { permits, type StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { momentOf, wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { searchOf } from './search.server.ts'
import {
  isNarrowed,
  isPlain,
  orderOf,
  waitsAtAgency,
  waitsAtCentre,
  type Order,
  type WorklistQuery,
} from './worklist.ts'

/** Who asks for a list, and when: what a day is depends on the region. */
export interface Asker {
  readonly principal: StaffPrincipal
  readonly timeZone: string
}

/** What a statement has found first: the hits of a search, and what the asker had a hand in. */
export type Found = Readonly<{
  hit: { appealId: string; fit: number }
  own: { appealId: string }
}>

type Tables = TenantTables & Found & { share: TenantTables['assignment'] }
type Due = 'appeal.dueAt' | 'share.dueAt'

/** The agency whose list it is: the one asked for by who sees all, else the asker's own. */
const agencyOf = ({ principal }: Asker, query: WorklistQuery): string | undefined =>
  seesAll(principal) ? query.agency : (principal.agencyId ?? undefined)

/** The order of an asker's list. */
export function orderFor(asker: Asker, query: WorklistQuery) {
  const search = query.q === undefined ? undefined : searchOf(query.q)
  // An appeal of that number need not hold the digits as a word, and would have no place in the order.
  const byFit = search?.for === 'words' && search.number === undefined
  return orderOf(query, agencyOf(asker, query) !== undefined, byFit)
}

/**
 * The keys of a list in its order, at most `limit`. Open appeals of an agency come by its own clock, all others by the
 * person's. Where a list is made of several statuses each is read in its own order, by its own index.
 */
export function pickAppeals(ctx: TenantContext, asker: Asker, query: WorklistQuery, limit: number) {
  const { down } = orderFor(asker, query)
  const direction = down ? 'desc' : 'asc'
  const [branch, ...others] = branchesOf(asker, query)
  const first = pickBranch(ctx, asker, query, limit, branch)
  const more = others.map((other) => pickBranch(ctx, asker, query, limit, other))
  if (more.length === 0) return first.as('picked')
  const all = more.reduce(
    (picked, branch) => picked.unionAll(ctx.db.selectFrom(branch.as('branch')).selectAll()),
    ctx.db.selectFrom(first.as('branch')).selectAll(),
  )
  return ctx.db
    .selectFrom(all.as('branches'))
    .selectAll()
    .orderBy('branches.key', direction)
    .orderBy('branches.id', direction)
    .limit(limit)
    .as('picked')
}

function pickBranch(
  { db, ...ctx }: TenantContext,
  asker: Asker,
  query: WorklistQuery,
  limit: number,
  branch: Expression<SqlBool>,
) {
  const agencyId = agencyOf(asker, query)
  const { by, down } = orderFor(asker, query)
  const tables = db.$extendTables<Found>()
  const isOpen = query.view !== 'closed' && query.view !== 'all'
  const narrowed = (due: Due) => [...conditions({ db, ...ctx }, asker, query, due), branch]
  // TypeScript cannot follow a builder through the three shapes; the columns that follow are in each of them.
  type Shape = ReturnType<typeof openOfAgency>
  // A share that has not ended is of an open appeal (decision 0041): asked twice, the planner would take it for rarer than it is.
  const openOfAgency = (agencyId: string) =>
    tables
      .selectFrom('assignment as share')
      .innerJoin('appeal', 'appeal.id', 'share.appealId')
      .select(['appeal.id', 'share.dueOn', 'share.dueAt'])
      .where('share.agencyId', '=', agencyId)
      .where('share.withdrawnAt', 'is', null)
      .where('share.answeredAt', 'is', null)
      .where((is) => is.and(narrowed('share.dueAt')))
  // Narrowed by nothing else nearly every share is a row: looked up one by one, in order, there are soon enough. Left to
  // itself the planner walks all appeals beside them, and first past the newest, which are open.
  const isAlone = !isNarrowed({ ...query, agency: undefined })
  const ofAgency = (agencyId: string) =>
    tables
      .selectFrom((from) =>
        from
          .selectFrom('assignment')
          .select('appealId')
          .distinct()
          .where('agencyId', '=', agencyId)
          // The newest of an agency are open: past all of them it would be far to the first that closed.
          .$if(query.view === 'closed', (q) =>
            q.where((share) => share.or([share('answeredAt', 'is not', null), share('withdrawnAt', 'is not', null)])),
          )
          .$if(by === 'entered' && query.after !== undefined, (q) => q.where('appealId', '<', cursorOf(query).id))
          .orderBy('appealId', 'desc')
          .as('share'),
      )
      .innerJoin('appeal', (join) =>
        isAlone ? join.on(oneByOne('appeal.id', 'share.appealId')) : join.onRef('appeal.id', '=', 'share.appealId'),
      )
      .select(['appeal.id', 'appeal.dueOn', 'appeal.dueAt'])
      .where((is) => is('appeal.agencyIds', '@>', is.val([agencyId])))
      .where((is) => is.and(narrowed('appeal.dueAt'))) as unknown as Shape
  const ofAll = () =>
    tables
      .selectFrom('appeal')
      .select(['appeal.id', 'appeal.dueOn', 'appeal.dueAt'])
      .$if(agencyId !== undefined, (q) => q.where((is) => is('appeal.agencyIds', '@>', is.val([agencyId ?? '']))))
      .where((is) => is.and(narrowed('appeal.dueAt'))) as unknown as Shape
  const ofShare = agencyId !== undefined && isOpen
  const followsShares = agencyId !== undefined && (isOpen ? by === 'due' : by === 'entered')
  const rows =
    agencyId !== undefined && isOpen
      ? openOfAgency(agencyId)
      : agencyId !== undefined && by === 'entered'
        ? ofAgency(agencyId)
        : ofAll()
  const key = keyOf(by, ofShare ? 'share.dueAt' : 'appeal.dueAt')
  // Of the table whose index is followed, so that a page begins there.
  const place = (followsShares ? 'share.appealId' : 'appeal.id') as 'appeal.id'
  const { value, id } = cursorOf(query)
  const inStatus = followsStatus(asker, query) ? query.state : undefined
  return rows
    .$if(isOpen && agencyId === undefined, (q) => q.where('appeal.closedAt', 'is', null))
    .$if(query.view === 'closed', (q) => q.where('appeal.closedAt', 'is not', null))
    .$if(by === 'fit', (q) => q.innerJoin(hits(), 'hit.appealId', 'appeal.id') as unknown as typeof q)
    .select((row) => row.ref(key).as('key'))
    .$if(query.after !== undefined, (q) =>
      by === 'entered'
        ? inStatus
          ? q.where((is) => is(is.refTuple('appeal.status', 'appeal.id'), '<', is.tuple(inStatus, id)))
          : q.where('appeal.id', down ? '<' : '>', id)
        : q.where((is) => is(is.refTuple(key, place), down ? '<' : '>', is.tuple<Date, string>(value(by), id))),
    )
    .$if(inStatus !== undefined, (q) => q.orderBy('appeal.status', 'desc'))
    .$if(by !== 'entered', (q) => q.orderBy(key, down ? 'desc' : 'asc'))
    .orderBy(place, down ? 'desc' : 'asc')
    .limit(limit)
}

/** The column that a list is ordered by. Each has a type of its own, and the builder is told one of them. */
function keyOf(by: Order, due: Due): Due {
  const columns: Readonly<Record<Order, string>> = {
    fit: 'hit.fit',
    closed: 'appeal.closedAt',
    entered: 'appeal.id',
    due,
    received: 'appeal.receivedAt',
    number: 'appeal.number',
  }
  return columns[by] as Due
}

/** Where a page begins: the key of the row before, as the column has it, and its id. */
function cursorOf({ after }: WorklistQuery) {
  const dot = after?.indexOf('.') ?? 0
  const text = after?.slice(0, dot) ?? ''
  const value = (by: Order) =>
    (by === 'number' ? text : by === 'fit' ? Number(text) || 0 : new Date(Number(text) || 0)) as Date
  return { value, id: after?.slice(dot + 1) ?? '' }
}

/**
 * Whether a list is read by status: all there ever were of one. Asked for as a range of statuses from that one to itself, in
 * the order of that index: where nearly all are of it, the planner would else walk the newest, past those that are open.
 */
const followsStatus = (asker: Asker, query: WorklistQuery): boolean =>
  query.view === 'all' && query.state !== undefined && isPlain(query) && agencyOf(asker, query) === undefined

/**
 * Everything that narrows a list but its agency, its page and its branch. Each thing is said once: said twice, the planner
 * takes what is common for rare, and reads all of it.
 */
function conditions(ctx: TenantContext, asker: Asker, query: WorklistQuery, due: Due): Expression<SqlBool>[] {
  const is = expressionBuilder<Tables, 'appeal' | 'share'>()
  const { q, state, kind, category, district, language } = query
  const now = ctx.clock.now()
  const span = spanOf(query, now, asker.timeZone)
  return [
    accessible(ctx.ability, 'read', 'Appeal', 'appeal'),
    ...(query.view === 'overdue' && query.due !== 'overdue' ? [is(due, '<', now)] : []),
    ...(state && !followsStatus(asker, query) ? [is('appeal.status', '=', state)] : []),
    ...(state && followsStatus(asker, query)
      ? [is('appeal.status', '>=', state), is('appeal.status', '<=', state)]
      : []),
    // What cannot be in a view is not looked for in it.
    ...(state && query.view !== 'all' && isEnded(state) !== (query.view === 'closed') ? [is.lit(false)] : []),
    ...(kind ? [is('appeal.legalKind', '=', kind)] : []),
    ...(category ? [is('appeal.categoryId', '=', category)] : []),
    ...(district ? [is('appeal.districtId', '=', district)] : []),
    ...(language ? [is('appeal.language', '=', language)] : []),
    ...(span && query.view === 'closed' ? [is.lit(false)] : []),
    // Elsewhere the view says it.
    ...(span && query.view === 'all' ? [is('appeal.closedAt', 'is', null)] : []),
    ...(span?.from ? [is(due, '>=', span.from)] : []),
    ...(span ? [is(due, '<', span.to)] : []),
    ...(query.mine ? [isFound('appeal.id', 'own')] : []),
    ...(q === undefined ? [] : [searched(q)]),
  ]
}

function searched(q: string): Expression<SqlBool> {
  const is = expressionBuilder<Tables, 'appeal'>()
  const search = searchOf(q)
  if (search.for === 'number') return is('appeal.number', '=', search.number)
  if (search.for === 'none') return is.lit(false)
  const hit = isFound('appeal.id', 'hit')
  return search.number ? is.or([hit, is('appeal.number', '=', search.number)]) : hit
}

/** What waits for this very person, status by status; elsewhere one branch that narrows nothing. */
function branchesOf(asker: Asker, query: WorklistQuery): [Expression<SqlBool>, ...Expression<SqlBool>[]] {
  const is = expressionBuilder<Tables, 'appeal' | 'share'>()
  if (query.view !== 'todo') return [is.lit(true)]
  const { principal } = asker
  // In an agency's own list it counts where its share stands, not the appeal with all its bodies.
  const atAgency =
    agencyOf(asker, query) === undefined
      ? waitsAtAgency(principal.permissions).map((status) =>
          is.and([
            is('appeal.status', '=', status),
            ...(seesAll(principal) ? [is('appeal.agencyIds', '@>', is.val([principal.agencyId ?? '']))] : []),
          ]),
        )
      : [
          ...(permits(principal, 'answers.draft') ? [is('share.status', '=', 'open')] : []),
          ...(permits(principal, 'answers.sign') ? [is('share.status', '=', 'awaitingSignature')] : []),
        ]
  const [first = is.lit(false), ...more] = [
    ...waitsAtCentre(principal.permissions).map((status) => is('appeal.status', '=', status)),
    ...atAgency,
  ]
  return [first, ...more]
}

/** From when to when an appeal must be due: in a span of days, or within so many days from today. */
function spanOf({ due, days }: WorklistQuery, now: Date, timeZone: string): { from?: Date; to: Date } | undefined {
  if (due === undefined && days === undefined) return undefined
  if (due === 'overdue') return { to: now }
  const today = wallClockParts(now, timeZone).day
  const startIn = (count: number) => {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
    return momentOf(day, '00:00', timeZone)
  }
  const ahead = due === undefined ? Number(days) + 1 : { today: 1, threeDays: 4, week: 8 }[due]
  return { from: startIn(0), to: startIn(ahead) }
}
