import { expressionBuilder, type Expression, type QueryCreator, type SqlBool } from 'kysely'
import { isHit } from '#db/sql/search.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { AppealStatus, LocaleCode } from '#db/schema/vocabulary.ts'
import { applicantName, seesAll, typedNumber } from '#app/features/appeals/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { SignInNeeded } from '#app/core/errors.ts'
import { momentOf, wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { searchPatterns } from './search.ts'
import { waitsFor, type DueSpan, type WorklistQuery } from './worklist.ts'

/** Rows of one page; ends of a page are keys, so a page costs the same wherever it stands. */
const pageSize = 50

/** So many appeals a search looks at, the newest: who finds more types another word. */
const mostHits = 1000

/** Who asks for a list, and when: what a day is depends on the region. */
export interface Asker {
  readonly principal: StaffPrincipal
  readonly timeZone: string
}

type Rows = QueryCreator<TenantTables & { hit: { appealId: string } }>

/** Who asks. Throws SignInNeeded for anybody but staff. */
export async function askerOf(ctx: TenantContext): Promise<Asker> {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const { timeZone } = await getRegion(ctx)
  return { principal: ctx.principal, timeZone }
}

/** Where the words of a search are found first, the newest so many; nothing else of the list is read for it. */
function rowsOf({ db }: TenantContext, { q }: WorklistQuery): Rows {
  const patterns = q && !typedNumber(q) ? searchPatterns(q) : []
  if (patterns.length === 0) return db.$extendTables<{ hit: { appealId: string } }>()
  return db.with(
    (name) => name('hit').materialized(),
    (db) =>
      db
        .selectFrom('appealText')
        .select('appealId')
        .where((text) => text.and(patterns.map((pattern) => text('folded', 'like', pattern))))
        .orderBy('appealId', 'desc')
        .limit(mostHits),
  )
}

/**
 * The keys of a list in its order, at most `limit`. Open appeals come by due date: by the clock of the agency whose list
 * it is, else by the appeal's own; closed ones and the whole come newest first. Each order is one index.
 */
export function pickAppeals(ctx: TenantContext, asker: Asker, query: WorklistQuery, limit: number) {
  const agencyId = seesAll(asker.principal.roles) ? query.agency : (asker.principal.agencyId ?? undefined)
  const [milliseconds, id = ''] = query.after?.split('.') ?? []
  const at = new Date(Number(milliseconds ?? 0))
  if (query.view === 'closed' || query.view === 'all') {
    const isClosed = query.view === 'closed'
    const key = isClosed ? 'appeal.closedAt' : 'appeal.receivedAt'
    return ctx.db
      .selectFrom('appeal')
      .select(['appeal.id', 'appeal.dueOn', 'appeal.dueAt', `${key} as key`])
      .where((is) => is.and(conditions(ctx, asker, query, 'appeal.dueAt')))
      .$if(agencyId !== undefined, (q) => q.where((is) => is('appeal.agencyIds', '@>', is.val([agencyId ?? '']))))
      .$if(isClosed, (q) => q.where('appeal.closedAt', 'is not', null))
      .$if(id !== '' && isClosed, (q) =>
        q.where((is) => is(is.refTuple('appeal.closedAt', 'appeal.id'), '<', is.tuple<Date | null, string>(at, id))),
      )
      .$if(id !== '' && !isClosed, (q) => q.where('appeal.id', '<', id))
      .$if(isClosed, (q) => q.orderBy('appeal.closedAt', 'desc'))
      .orderBy('appeal.id', 'desc')
      .limit(limit)
      .as('picked')
  }
  if (agencyId !== undefined)
    return ctx.db
      .selectFrom('assignment as share')
      .innerJoin('appeal', 'appeal.id', 'share.appealId')
      .select(['appeal.id', 'share.dueOn', 'share.dueAt', 'share.dueAt as key'])
      .where('share.agencyId', '=', agencyId)
      .where('share.withdrawnAt', 'is', null)
      .where('share.answeredAt', 'is', null)
      .where('appeal.closedAt', 'is', null)
      .where((is) => is.and(conditions(ctx, asker, query, 'share.dueAt')))
      .$if(id !== '', (q) => q.where((is) => is(is.refTuple('share.dueAt', 'share.appealId'), '>', is.tuple(at, id))))
      .orderBy('share.dueAt')
      .orderBy('share.appealId')
      .limit(limit)
      .as('picked')
  return ctx.db
    .selectFrom('appeal')
    .select(['appeal.id', 'appeal.dueOn', 'appeal.dueAt', 'appeal.dueAt as key'])
    .where('appeal.closedAt', 'is', null)
    .where((is) => is.and(conditions(ctx, asker, query, 'appeal.dueAt')))
    .$if(id !== '', (q) => q.where((is) => is(is.refTuple('appeal.dueAt', 'appeal.id'), '>', is.tuple(at, id))))
    .orderBy('appeal.dueAt')
    .orderBy('appeal.id')
    .limit(limit)
    .as('picked')
}

type Due = 'appeal.dueAt' | 'share.dueAt'

/** Everything that narrows a list but its agency and its page. */
function conditions(ctx: TenantContext, asker: Asker, query: WorklistQuery, due: Due): Expression<SqlBool>[] {
  const is = expressionBuilder<TenantTables & { share: TenantTables['assignment'] }, 'appeal' | 'share'>()
  const { q, state, category, language } = query
  const now = ctx.clock.now()
  const number = q ? typedNumber(q) : undefined
  const searched =
    q === undefined
      ? []
      : number
        ? [is('appeal.number', '=', number)]
        : searchPatterns(q).length > 0
          ? [isHit('appeal.id')]
          : [is.lit(false)]
  const span = query.due && spanOf(query.due, now, asker.timeZone)
  return [
    accessible(ctx.ability, 'read', 'Appeal', 'appeal'),
    ...(query.view === 'todo' ? [due === 'share.dueAt' ? todoAtAgency(asker) : todo(asker)] : []),
    ...(query.view === 'overdue' ? [is(due, '<', now)] : []),
    ...(state ? [is('appeal.status', '=', state)] : []),
    ...(category ? [is('appeal.categoryId', '=', category)] : []),
    ...(language ? [is('appeal.language', '=', language)] : []),
    ...(span ? [is('appeal.closedAt', 'is', null), is(due, '>=', span.from), is(due, '<', span.to)] : []),
    ...searched,
  ]
}

/** What waits for this very person: a dispatcher's everywhere, a clerk's and a head's at their agency. */
function todo({ principal }: Asker): Expression<SqlBool> {
  const is = expressionBuilder<TenantTables, 'appeal'>()
  const own = waitsFor(principal.roles.filter((role) => role !== 'dispatcher'))
  const atAgency = [
    is('appeal.status', 'in', own),
    ...(seesAll(principal.roles) ? [is('appeal.agencyIds', '@>', is.val([principal.agencyId ?? '']))] : []),
  ]
  return is.or([
    ...(principal.roles.includes('dispatcher') ? [is('appeal.status', 'in', waitsFor(['dispatcher']))] : []),
    ...(own.length > 0 ? [is.and(atAgency)] : []),
  ])
}

/** The same in an agency's own list: what counts is where its share stands, not the appeal with all its bodies. */
function todoAtAgency({ principal }: Asker): Expression<SqlBool> {
  const is = expressionBuilder<TenantTables & { share: TenantTables['assignment'] }, 'appeal' | 'share'>()
  const { roles } = principal
  return is.or([
    ...(roles.includes('dispatcher') ? [is('appeal.status', 'in', waitsFor(['dispatcher']))] : []),
    ...(roles.includes('clerk') ? [is('share.status', '=', 'open')] : []),
    ...(roles.includes('agencyHead') ? [is('share.status', '=', 'awaitingSignature')] : []),
  ])
}

/** From when to when an appeal must be due to be in a span of days. */
function spanOf(span: DueSpan, now: Date, timeZone: string): { from: Date; to: Date } {
  const today = wallClockParts(now, timeZone).day
  const startIn = (days: number) => {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
    return momentOf(day, '00:00', timeZone)
  }
  if (span === 'overdue') return { from: new Date(0), to: now }
  return { from: startIn(0), to: startIn({ today: 1, threeDays: 4, week: 8 }[span]) }
}

export interface WorklistRow {
  readonly id: string
  /** Where a page begins that follows this row. */
  readonly key: string
  readonly number: string
  readonly status: AppealStatus
  readonly language: LocaleCode
  readonly applicant: string
  readonly excerpt: string
  readonly category: string
  readonly agencyIds: readonly string[]
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly overdue: boolean
}

export interface WorklistPage {
  readonly items: readonly WorklistRow[]
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined
  /** A search found more than it looked at. */
  readonly capped: boolean
}

/** A page of the asker's appeals, of at most `size` rows. One statement. */
export async function listAppeals(
  ctx: TenantContext,
  asker: Asker,
  query: WorklistQuery,
  size = pageSize,
): Promise<WorklistPage> {
  const rows = rowsOf(ctx, query)
  const searches = query.q !== undefined && !typedNumber(query.q) && searchPatterns(query.q).length > 0
  const found = await rows
    .selectFrom(pickAppeals(ctx, asker, query, size + 1))
    .innerJoin('appeal', 'appeal.id', 'picked.id')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .leftJoin('category', 'category.id', 'appeal.categoryId')
    .select(['appeal.id', 'appeal.number', 'appeal.status', 'appeal.language', 'appeal.agencyIds', 'appeal.excerpt'])
    .select(['appeal.closedAt', 'applicant.fullName', 'applicant.organisationName'])
    .select(['category.nameKk', 'category.nameRu', 'category.nameEn'])
    .select(['picked.dueOn', 'picked.dueAt', 'picked.key'])
    .$if(searches, (q) => q.select((row) => row.selectFrom('hit').select(row.fn.countAll<string>().as('n')).as('hits')))
    .$if(query.view === 'closed', (q) => q.orderBy('picked.key', 'desc').orderBy('picked.id', 'desc'))
    .$if(query.view === 'all', (q) => q.orderBy('picked.id', 'desc'))
    .$if(query.view !== 'closed' && query.view !== 'all', (q) => q.orderBy('picked.key').orderBy('picked.id'))
    .execute()
  const now = ctx.clock.now()
  const items = found.slice(0, size).map((row) => ({
    id: row.id,
    key: `${row.key?.getTime() ?? 0}.${row.id}`,
    number: row.number ?? '',
    status: row.status,
    language: row.language,
    applicant: applicantName(row, ctx.t('appeals:applicant.unnamed')),
    excerpt: row.excerpt,
    category: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale] ?? '',
    agencyIds: row.agencyIds,
    dueOn: row.dueOn,
    overdue: row.closedAt === null && row.dueAt < now,
  }))
  return {
    items,
    next: found.length > size ? items.at(-1)?.key : undefined,
    capped: Number(found[0]?.hits ?? 0) >= mostHits,
  }
}
