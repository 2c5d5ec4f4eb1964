import { listAgencies } from '#app/features/agencies/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { remembered } from '#app/core/memory.server.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { findLikely } from './likely.queries.server.ts'
import { firstTaking, type RoutedText, type Taken } from './rule.ts'
import { sealSuggestion, type KeptSuggestion } from './sealed-suggestion.server.ts'
import { findTaker } from './taker.queries.server.ts'

/** Why something is suggested. */
export type Reason =
  | { readonly source: 'rule'; readonly number: number; readonly name: string; readonly taken: Taken }
  | { readonly source: 'words'; readonly words: readonly string[] }
  | { readonly source: 'ledger'; readonly times: number; readonly category: string }
  | { readonly source: 'category'; readonly category: string }

interface Suggestion {
  readonly id: string
  readonly name: string
  readonly reason: Reason
  readonly kept: KeptSuggestion
}

export interface Routing {
  readonly category: Suggestion | undefined
  readonly agency: Suggestion | undefined
}

/** So many words are named as those that decided. */
const mostNamed = 4

/** ISO weekday of YYYY-MM-DD, `1` for Monday. */
export const weekdayOf = (day: string): string => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)

/**
 * What is suggested for an appeal that nobody has taken up yet, each with its reason and sealed for the form beside which
 * it stands; undefined for one that was given to somebody. It sorts nothing: a person confirms. Throws ForbiddenError,
 * NotFound.
 */
export async function suggestRouting(ctx: TenantContext, appealId: string) {
  const { db, ability } = ctx
  const appeal = await db
    .selectFrom('appeal')
    .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['appeal.status', 'appeal.categoryId', 'appeal.language', 'appeal.receivedAt', 'appealText.text'])
    .select(['appeal.placeAddress', 'appeal.placeLandmark', 'regionProfile.timeZone'])
    .where('appeal.id', '=', appealId)
    .where(accessible(ability, 'read', 'Appeal', 'appeal'))
    .executeTakeFirst()
  if (!appeal) throw new NotFound('Appeal')
  if (appeal.status !== 'registered') return undefined
  const { day, time } = wallClockParts(appeal.receivedAt, appeal.timeZone)
  const { category, agency } = await routeText(ctx, {
    text: appeal.text,
    place: [appeal.placeAddress, appeal.placeLandmark].filter(Boolean).join(' '),
    categoryId: appeal.categoryId,
    language: appeal.language,
    weekday: weekdayOf(day),
    time,
  })
  const sealed = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return undefined
    const { kept, ...shown } = suggestion
    return { ...shown, sealed: sealSuggestion(ctx, appealId, kept) }
  }
  return { category: sealed(category), agency: sealed(agency) }
}

/**
 * Where a text would go: by the first rule that takes it; else its category by its words, and the body by who took over
 * such appeals after "not ours", or who usually answers them. A category that it has already is not suggested. Throws
 * ForbiddenError.
 */
export async function routeText(ctx: TenantContext, text: RoutedText): Promise<Routing> {
  authorize(ctx.ability, 'read', 'RoutingRule')
  const categories = await listCategories(ctx)
  const agencies = await listAgencies(ctx)
  const agencyOf = new Map(agencies.map(({ id, name }) => [id, name]))
  const categoryOf = new Map(categories.map((category) => [category.id, category]))
  const found = firstTaking(await rulesInOrder(ctx), text, ({ agencyId }) => agencyOf.has(agencyId))
  const byRule: Reason | undefined = found && {
    source: 'rule',
    number: found.number,
    name: found.rule.name,
    taken: found.taken,
  }
  const kept = (about: 'category' | 'agency', reason: Reason, suggestedId: string, categoryId: string | null) => ({
    about,
    source: reason.source,
    ruleId: reason.source === 'rule' ? (found?.rule.id ?? null) : null,
    categoryId,
    suggestedId,
  })

  const ruled = found?.rule.categoryId ? categoryOf.get(found.rule.categoryId) : undefined
  const likely = ruled ? undefined : await findLikely(ctx, text.text, new Set(categoryOf.keys()))
  const suggested = ruled ?? categoryOf.get(likely?.category ?? '')
  const words = (likely?.words ?? []).slice(0, mostNamed).map(({ shown }) => shown)
  const why: Reason = ruled && byRule ? byRule : { source: 'words', words }
  const category: Suggestion | undefined =
    suggested && suggested.id !== text.categoryId
      ? { id: suggested.id, name: suggested.name, reason: why, kept: kept('category', why, suggested.id, suggested.id) }
      : undefined

  const about = suggested ?? categoryOf.get(text.categoryId ?? '')
  const taker = found ? undefined : await findTaker(ctx, about, new Set(agencyOf.keys()))
  const agencyId = found?.rule.agencyId ?? taker?.agencyId
  const reason: Reason | undefined =
    byRule ??
    (taker?.times !== undefined
      ? { source: 'ledger', times: taker.times, category: about?.name ?? '' }
      : { source: 'category', category: about?.name ?? '' })
  const agency: Suggestion | undefined = agencyId
    ? {
        id: agencyId,
        name: agencyOf.get(agencyId) ?? '',
        reason,
        kept: kept('agency', reason, agencyId, about?.id ?? null),
      }
    : undefined
  return { category, agency }
}

const rulesInOrder = (ctx: TenantContext) =>
  remembered(ctx, 'routingRules', (db) =>
    db.selectFrom('routingRule').selectAll().where('retiredAt', 'is', null).orderBy('position').orderBy('id').execute(),
  )
