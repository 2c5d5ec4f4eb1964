import type { QueryCreator } from 'kysely'
import { fitOf } from '#db/sql/search.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { AppealStatus, LegalKind, LocaleCode } from '#db/schema/vocabulary.ts'
import { applicantName } from '#app/features/appeals/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { SignInNeeded } from '#app/core/errors.ts'
import { orderFor, pickAppeals, type Asker, type Found } from './pick-appeals.server.ts'
import { searchOf } from './search.server.ts'
import { patternOf } from './search.ts'
import type { Order, WorklistQuery } from './worklist.ts'

/** Rows of one page; ends of a page are keys, so a page costs the same wherever it stands. */
const pageSize = 50

/** So many appeals a search looks at, the newest: who finds more types another word. */
const mostHits = 1000

/** So many of the asker's last steps say what the asker had a hand in. */
const mostSteps = 2000

/** Who asks. Throws SignInNeeded for anybody but staff. */
export async function askerOf(ctx: TenantContext): Promise<Asker> {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const { timeZone } = await getRegion(ctx)
  return { principal: ctx.principal, timeZone }
}

type Rows = QueryCreator<TenantTables & Found>

/** What a list needs first: the newest hits of its search, and what the asker had a hand in. Each is bounded. */
function rowsOf({ db }: TenantContext, { principal }: Asker, { q, mine }: WorklistQuery) {
  const search = q === undefined ? undefined : searchOf(q)
  let rows: Rows = db.$extendTables<Found>()
  if (mine)
    rows = rows.with('own', (db) =>
      db
        .selectFrom((from) =>
          from
            .selectFrom('journal')
            .select('subjectId')
            .where('subjectKind', '=', 'appeal')
            .where('actorKind', '=', 'staff')
            .where('actorId', '=', principal.id)
            .orderBy('id', 'desc')
            .limit(mostSteps)
            .as('step'),
        )
        .select('step.subjectId as appealId')
        .distinct(),
    ) as unknown as Rows
  if (search?.for === 'phone')
    rows = rows.with(
      (name) => name('hit').materialized(),
      (db) =>
        db
          .selectFrom((from) =>
            from
              .selectFrom('applicant')
              .innerJoin('appeal', 'appeal.applicantId', 'applicant.id')
              .select('appeal.id as appealId')
              .where('applicant.phone', '=', search.phone)
              .orderBy('appeal.id', 'desc')
              .limit(mostHits)
              .as('caller'),
          )
          .select(['caller.appealId', (row) => row.lit(0).as('fit')])
          .$if(search.word !== undefined, (q) =>
            q.union(
              db
                .selectFrom((from) =>
                  from
                    .selectFrom('appealText')
                    .select('appealId')
                    .where('folded', 'like', patternOf(search.word ?? ''))
                    .orderBy('appealId', 'desc')
                    .limit(mostHits)
                    .as('newest'),
                )
                .select(['newest.appealId', (row) => row.lit(0).as('fit')]),
            ),
          ),
    ) as unknown as Rows
  if (search?.for === 'words')
    rows = rows.with(
      (name) => name('hit').materialized(),
      (db) =>
        db
          .selectFrom((from) =>
            from
              .selectFrom('appealText')
              .select(['appealId', 'folded'])
              .where((text) => text.and(search.words.map((word) => text('folded', 'like', patternOf(word)))))
              .orderBy('appealId', 'desc')
              .limit(mostHits)
              .as('newest'),
          )
          .select(['newest.appealId', fitOf('newest.folded', search.words).as('fit')]),
    ) as unknown as Rows
  return { rows, search: search?.for }
}

export interface WorklistRow {
  readonly id: string
  readonly version: number
  /** Where a page begins that follows this row. */
  readonly key: string
  readonly number: string
  readonly status: AppealStatus
  readonly kind: LegalKind
  readonly language: LocaleCode
  readonly applicant: string
  readonly excerpt: string
  /** The whole text, where the list is searched for words. */
  readonly text: string | undefined
  readonly category: string
  readonly agencyIds: readonly string[]
  readonly receivedAt: Date
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly overdue: boolean
  readonly closed: boolean
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
  const { rows, search } = rowsOf(ctx, asker, query)
  const { by, down } = orderFor(asker, query)
  const direction = down ? 'desc' : 'asc'
  const found = await rows
    .selectFrom(pickAppeals(ctx, asker, query, size + 1))
    .innerJoin('appeal', 'appeal.id', 'picked.id')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .leftJoin('category', 'category.id', 'appeal.categoryId')
    .select(['appeal.id', 'appeal.version', 'appeal.number', 'appeal.status', 'appeal.legalKind', 'appeal.language'])
    .select(['appeal.agencyIds', 'appeal.excerpt', 'appeal.receivedAt', 'appeal.closedAt'])
    .select(['applicant.fullName', 'applicant.organisationName'])
    .select(['category.nameKk', 'category.nameRu', 'category.nameEn'])
    .select(['picked.dueOn', 'picked.dueAt', 'picked.key'])
    .$if(search === 'words', (q) =>
      q
        .innerJoin('appealText', 'appealText.appealId', 'picked.id')
        .select('appealText.text')
        .select((row) => row.selectFrom('hit').select(row.fn.countAll<string>().as('n')).as('hits')),
    )
    .orderBy('picked.key', direction)
    .orderBy('picked.id', direction)
    .execute()
  const now = ctx.clock.now()
  const unnamed = ctx.t('appeals:applicant.unnamed')
  const items = found.slice(0, size).map((row) => ({
    id: row.id,
    version: row.version,
    key: `${keyText(by, row.key)}.${row.id}`,
    number: row.number ?? '',
    status: row.status,
    kind: row.legalKind,
    language: row.language,
    applicant: applicantName(row, unnamed),
    excerpt: row.excerpt,
    text: row.text,
    category: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale] ?? '',
    agencyIds: row.agencyIds,
    receivedAt: row.receivedAt,
    dueOn: row.dueOn,
    overdue: row.closedAt === null && row.dueAt < now,
    closed: row.closedAt !== null,
  }))
  return {
    items,
    next: found.length > size ? items.at(-1)?.key : undefined,
    capped: Number(found[0]?.hits ?? 0) >= mostHits,
  }
}

/** The key of a row as an address carries it; an order by the id alone needs none. */
function keyText(by: Order, key: unknown): string {
  if (by === 'entered') return '0'
  return key instanceof Date ? String(key.getTime()) : String(key)
}
