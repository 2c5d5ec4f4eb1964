import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { countryZone } from './account.ts'
import { resetEvents, type ResetOutcome } from './administrator-resets.ts'
import { getRegionToHelp } from './ask-administrator-reset.server.ts'

export interface ResetItem {
  readonly id: string
  readonly at: string
  /** `waiting` until the region has answered. */
  readonly outcome: ResetOutcome | 'waiting'
}

/** So many of the last wishes are shown. */
const mostShown = 10

/** A region's name and what operators asked for its administrator lately, the newest first. Throws ForbiddenError, NotFound. */
export async function administratorResets(ctx: PlatformContext, slug: string) {
  const { nameKk, nameRu, nameEn } = await getRegionToHelp(ctx, slug)
  const lines = await coreTablesOf(ctx.db)
    .selectFrom('journal')
    .select(['id', 'event', 'occurredAt', 'refs', 'facts'])
    .where('subjectId', '=', slug)
    .where('event', 'in', Object.values(resetEvents))
    .orderBy('id', 'desc')
    .limit(2 * mostShown)
    .execute()
  const outcomes = new Map(
    lines
      .filter(({ event }) => event !== resetEvents.asked)
      .map(({ refs, facts }) => [refs.askId, facts.outcome as ResetOutcome]),
  )
  const items: ResetItem[] = lines
    .filter(({ event }) => event === resetEvents.asked)
    .slice(0, mostShown)
    .map(({ id, occurredAt, refs }) => ({
      id,
      at: formatMoment(occurredAt, countryZone),
      outcome: outcomes.get(refs.askId) ?? 'waiting',
    }))
  return { name: { kk: nameKk, ru: nameRu, en: nameEn }[ctx.locale], items }
}
