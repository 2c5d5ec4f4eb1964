import { legalKinds } from '#app/features/appeals/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { gaps, launchSteps, placeOf, stepAfter, stepAt, stepBefore, type Gap, type LaunchStep } from './launch.ts'

interface FoundGap {
  readonly gap: Gap
  /** How many of them, where they are counted. */
  readonly count: number
}

/** How far a region is on its way to going live: each step, what is missing in it, and whether it was looked at. Throws ForbiddenError. */
export async function getLaunch(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'Region')
  const found = await findGaps(ctx)
  const seen = new Set((await seenSteps(ctx)).map(({ step }) => step))
  const steps = launchSteps.map((step) => {
    const missing = found[step] ?? []
    const state = missing.some(({ gap }) => gaps[gap] === 'stops')
      ? ('stopped' as const)
      : !seen.has(step)
        ? ('new' as const)
        : missing.length > 0
          ? ('lacking' as const)
          : ('done' as const)
    return { step, href: placeOf[step](), missing, state }
  })
  const region = await getRegion(ctx)
  return {
    steps,
    next: steps.find(({ state }) => state === 'stopped' || state === 'new')?.href,
    done: steps.filter(({ state }) => state === 'done').length,
    ready: steps.every(({ state }) => state !== 'stopped'),
    liveSince: region.liveAt && formatMoment(region.liveAt, region.timeZone),
  }
}

export type Launch = Awaited<ReturnType<typeof getLaunch>>

/** Whether nothing stands in the way of going live, inside the caller's transaction too. */
export async function isReady(ctx: TenantContext): Promise<boolean> {
  const found = Object.values(await findGaps(ctx)).flat()
  return !found.some(({ gap }) => gaps[gap] === 'stops')
}

/** Whether this is missing in the region. */
export async function lacks(ctx: TenantContext, gap: Gap): Promise<boolean> {
  return Object.values(await findGaps(ctx))
    .flat()
    .some((found) => found.gap === gap)
}

const seenSteps = ({ db }: TenantContext) => db.selectFrom('launchStep').select('step').execute()

/** What each step lacks, by what stands in the region now. */
async function findGaps(ctx: TenantContext): Promise<Partial<Record<LaunchStep, FoundGap[]>>> {
  const { db } = ctx
  const { timeZone } = await getRegion(ctx)
  const { day: today } = wallClockParts(ctx.clock.now(), timeZone)
  const counted = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('agency').where('retiredAt', 'is', null).select(fn.countAll<string>().as('n')).as('agencies'),
      selectFrom('hall').where('retiredAt', 'is', null).select(fn.countAll<string>().as('n')).as('halls'),
      selectFrom('hall')
        .where('retiredAt', 'is', null)
        .where('id', 'not in', selectFrom('desk').select('hallId').where('retiredAt', 'is', null))
        .select(fn.countAll<string>().as('n'))
        .as('bareHalls'),
      selectFrom('hotline').where('retiredAt', 'is', null).select(fn.countAll<string>().as('n')).as('hotlines'),
      selectFrom('category').where('retiredAt', 'is', null).select(fn.countAll<string>().as('n')).as('categories'),
      selectFrom('term')
        .where('appliesFrom', '<=', today)
        .select((term) => term.fn.count<string>('legalKind').distinct().as('n'))
        .as('kinds'),
    ])
    .executeTakeFirstOrThrow()
  const people = await expectedStaff(ctx)
  const local = await db
    .selectFrom('agency')
    .select('id')
    .where('level', '=', 'local')
    .where('retiredAt', 'is', null)
    .execute()
  const withClerk = new Set(people.flatMap(({ roles, agencyId }) => (roles.includes('clerk') && agencyId) || []))
  const unserved = local.filter(({ id }) => !withClerk.has(id)).length
  const tried = (await seenSteps(ctx)).some(({ step }) => step === 'dryRun')
  const none = (gap: Gap, count: unknown): FoundGap[] => (Number(count) === 0 ? [{ gap, count: 0 }] : [])
  const some = (gap: Gap, count: unknown): FoundGap[] => (Number(count) > 0 ? [{ gap, count: Number(count) }] : [])
  return {
    agencies: none('noAgency', counted.agencies),
    halls: [...none('noHall', counted.halls), ...some('hallWithoutDesk', counted.bareHalls)],
    hotlines: none('noHotline', counted.hotlines),
    categories: none('noCategory', counted.categories),
    terms: some('kindWithoutTerm', legalKinds.length - Number(counted.kinds)),
    staff: [
      ...(people.some(({ roles }) => roles.includes('dispatcher')) ? [] : none('noDispatcher', 0)),
      ...some('agencyWithoutClerk', unserved),
    ],
    dryRun: tried ? [] : none('notTried', 0),
  }
}

/** Who works in the region, or is invited to. */
async function expectedStaff({ db, clock }: TenantContext) {
  const members = await db
    .selectFrom('staffMember')
    .select(['roles', 'agencyId'])
    .where('retiredAt', 'is', null)
    .execute()
  const invited = await db
    .selectFrom('invitation')
    .select(['roles', 'agencyId'])
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .execute()
  return [...members, ...invited]
}

/** Where an administrator's page stands on the way to going live; undefined where the region is live or the page is no step. */
export async function getLaunchBar(ctx: TenantContext, pathname: string) {
  const { liveAt } = await getRegion(ctx)
  const step = liveAt ? undefined : stepAt(pathname)
  if (!step) return undefined
  const [before, after] = [stepBefore(step), stepAfter(step)]
  return {
    step,
    at: launchSteps.indexOf(step) + 1,
    of: launchSteps.length,
    back: before && { step: before, href: placeOf[before]() },
    next: after,
  }
}

export type LaunchBarData = NonNullable<Awaited<ReturnType<typeof getLaunchBar>>>
