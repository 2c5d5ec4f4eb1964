import { minutesBefore } from '#db/sql/time.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { staleAfter, troublesOf, waitsTooLong, type ConsoleWish } from './console.ts'
import { sizeInWords } from '#app/core/i18n/sizes.ts'

const pageSize = 50
/** Everybody who runs the platform sits in one zone. */
const zone = 'Asia/Almaty'

/**
 * The regions in the order of their short names, a page of them, each with what the worker measured last. Two statements,
 * however many regions there are. Throws ForbiddenError for who may not see them.
 */
export async function listRegions(ctx: PlatformContext, wish: ConsoleWish) {
  authorize(ctx.ability, 'read', 'Region')
  const now = ctx.clock.now()
  const wished = narrowed(selectRegions(ctx), wish, now)
  const { found } = await wished
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('found'))
    .executeTakeFirstOrThrow()
  const rows = await wished
    .where('tenant.slug', '>', wish.after)
    .orderBy('tenant.slug')
    .limit(pageSize + 1)
    .execute()
  const items = rows.slice(0, pageSize).map((row) => shown(ctx, row, now))
  return { items, found: Number(found), next: rows.length > pageSize ? items.at(-1)?.slug : undefined }
}

export type RegionPage = Awaited<ReturnType<typeof listRegions>>

/** One region with all that is known of it. Throws ForbiddenError, NotFound. */
export async function getRegionState(ctx: PlatformContext, slug: string) {
  authorize(ctx.ability, 'read', 'Region')
  const row = await selectRegions(ctx).where('tenant.slug', '=', slug).executeTakeFirst()
  if (!row) throw new NotFound('Region')
  const suspensions = await ctx.db
    .selectFrom('regionSuspension')
    .innerJoin('platformPerson as suspender', 'suspender.id', 'regionSuspension.suspendedBy')
    .leftJoin('platformPerson as resumer', 'resumer.id', 'regionSuspension.resumedBy')
    .select(['regionSuspension.id', 'reason', 'suspendedAt', 'resumedAt'])
    .select(['suspender.fullName as suspendedBy', 'resumer.fullName as resumedBy'])
    .where('slug', '=', slug)
    .orderBy('regionSuspension.id', 'desc')
    .limit(10)
    .execute()
  const { protocol, port } = new URL(ctx.origin)
  return {
    ...shown(ctx, row, ctx.clock.now()),
    addresses: (row.hosts ?? []).map((host) => `${protocol}//${host}${port ? `:${port}` : ''}`),
    suspensions: suspensions.map(({ suspendedAt, resumedAt, ...rest }) => ({
      ...rest,
      suspendedAt: formatMoment(suspendedAt, zone),
      resumedAt: resumedAt && formatMoment(resumedAt, zone),
    })),
  }
}

export type RegionState = Awaited<ReturnType<typeof getRegionState>>

/** How many workers say at this moment that they live. */
export async function countWorkers({ db }: PlatformContext): Promise<number> {
  const { count } = await db
    .selectFrom('workerHeartbeat')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const selectRegions = ({ db }: PlatformContext) =>
  db
    .selectFrom('tenant')
    .leftJoin('regionVital', 'regionVital.slug', 'tenant.slug')
    .select(['tenant.slug', 'status', 'nameKk', 'nameRu', 'nameEn', 'pack', 'createdAt', 'mutedAt'])
    .select(['takenAt', 'lastStep', 'stepsBehind', 'schemaBytes', 'fileBytes', 'waitingEvents', 'oldestEventAt'])
    .select(['waitingJobs', 'oldestJobAt', 'lostJobs', 'failedNotices'])
    .select(({ selectFrom }) =>
      selectFrom('regionArchive')
        .whereRef('regionArchive.slug', '=', 'tenant.slug')
        .where('regionArchive.state', '=', 'done')
        .select((archive) => archive.fn.max('doneAt').as('at'))
        .as('archivedAt'),
    )
    .select(({ selectFrom }) =>
      selectFrom('tenantHost')
        .whereRef('tenantHost.slug', '=', 'tenant.slug')
        .select((host) => host.fn.agg<string[]>('array_agg', ['host']).orderBy('host').as('hosts'))
        .as('hosts'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof selectRegions>['executeTakeFirstOrThrow']>>

type Query = ReturnType<typeof selectRegions>

/** Those that are called by every word, in any language, by short name or address, and are in the wished state. */
function narrowed(query: Query, wish: ConsoleWish, now: Date): Query {
  const words = wish.search.split(/\s+/).filter(Boolean).slice(0, 6)
  const named = words.reduce<Query>((query, word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return query.where((where) =>
      where.or([
        where('tenant.nameKk', 'ilike', like),
        where('tenant.nameRu', 'ilike', like),
        where('tenant.nameEn', 'ilike', like),
        where('tenant.slug', 'ilike', like),
        where.exists(
          where
            .selectFrom('tenantHost')
            .select('host')
            .whereRef('tenantHost.slug', '=', 'tenant.slug')
            .where('host', 'ilike', like),
        ),
      ]),
    )
  }, query)
  if (wish.state === undefined) return named
  if (wish.state === 'muted') return named.where('mutedAt', 'is not', null)
  return wish.state === 'trouble' ? inTrouble(named, now) : named.where('status', '=', wish.state)
}

/** The same as `troublesOf`, for all regions at once. */
const inTrouble = (query: Query, now: Date): Query =>
  query
    .where('status', '<>', 'archived')
    .where((where) =>
      where.or([
        where('stepsBehind', '>', 0),
        where('takenAt', 'is', null),
        where('takenAt', '<', new Date(now.getTime() - staleAfter * 60_000)),
        where('lostJobs', '>', 0),
        where('failedNotices', '>', 0),
        where.and([
          where('mutedAt', 'is', null),
          where.or([
            where('oldestEventAt', '<', minutesBefore('takenAt', waitsTooLong)),
            where('oldestJobAt', '<', minutesBefore('takenAt', waitsTooLong)),
          ]),
        ]),
      ]),
    )

function shown(ctx: PlatformContext, row: Row, now: Date) {
  const { slug, status, pack, createdAt, mutedAt, hosts, takenAt, schemaBytes, fileBytes } = row
  const at = (moment: Date | null) => moment && formatMoment(moment, zone)
  return {
    slug,
    status,
    pack,
    muted: mutedAt !== null,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }[ctx.locale],
    hosts: hosts ?? [],
    archivedAt: at(row.archivedAt),
    addedOn: formatMoment(createdAt, zone).slice(0, 10),
    troubles: troublesOf(row, { status, muted: mutedAt !== null }, now),
    takenAt: at(takenAt),
    step: row.lastStep,
    stepsBehind: row.stepsBehind,
    size: schemaBytes === null ? null : sizeInWords(ctx, schemaBytes),
    fileSize: fileBytes === null ? null : sizeInWords(ctx, fileBytes),
    wholeSize: schemaBytes === null ? null : sizeInWords(ctx, schemaBytes + (fileBytes ?? 0)),
    waitingEvents: row.waitingEvents,
    oldestEventAt: at(row.oldestEventAt),
    waitingJobs: row.waitingJobs,
    oldestJobAt: at(row.oldestJobAt),
    lostJobs: row.lostJobs,
    failedNotices: row.failedNotices,
  }
}
