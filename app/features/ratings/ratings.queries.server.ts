import { appealAllows, getAppeal, hasLeft, type AppealRow } from '#app/features/appeals/public.server.ts'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { listChoices } from './choices.queries.server.ts'
import { ratingWindow } from './rating-window.server.ts'

/** What a person said of an answer. */
export interface GivenRating {
  readonly id: string
  readonly choice: string
  readonly words: string
  readonly when: string
}

async function givenRatings(ctx: TenantContext, appealId: string, timeZone: string): Promise<GivenRating[]> {
  const choices = await listChoices(ctx)
  const rows = await ctx.db
    .selectFrom('rating')
    .select(['id', 'choiceId', 'words', 'createdAt'])
    .where('appealId', '=', appealId)
    .orderBy('round')
    .execute()
  return rows.map(({ id, choiceId, words, createdAt }) => ({
    id,
    choice: choices.find((choice) => choice.id === choiceId)?.name ?? '',
    words,
    when: formatMoment(createdAt, timeZone),
  }))
}

const timeZoneOf = async ({ db }: TenantContext) =>
  (await db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()).timeZone

/** The last day on which this person may rate the appeal now; empty where they may not. */
async function openUntil(ctx: TenantContext, appeal: AppealRow): Promise<string> {
  if (!may(ctx.ability, 'rate', 'Appeal', appeal) || !appealAllows('rate', appeal) || !appeal.closedAt) return ''
  const given = await ctx.db
    .selectFrom('rating')
    .select('id')
    .where('appealId', '=', appeal.id)
    .where('round', '=', appeal.round)
    .executeTakeFirst()
  if (given) return ''
  if (await hasLeft(ctx, appeal.id)) return ''
  const { lastDay, open } = await ratingWindow(ctx, appeal.closedAt)
  return open ? formatDay(lastDay) : ''
}

/**
 * What the person who brought an appeal said of its answers, and until when they may say it. Others whom it belongs to see
 * nothing of either. Throws NotFound.
 */
export async function getOwnRating(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId, { action: 'follow' })
  const isOwn = may(ctx.ability, 'rate', 'Appeal', appeal)
  return {
    id: appealId,
    until: await openUntil(ctx, appeal),
    given: isOwn ? await givenRatings(ctx, appealId, await timeZoneOf(ctx)) : [],
  }
}

export type OwnRating = Awaited<ReturnType<typeof getOwnRating>>

/** The page on which an answer is rated; not `open` where it cannot be now. Throws NotFound. */
export async function getRatingPage(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const until = await openUntil(ctx, appeal)
  const choices = (await listChoices(ctx)).filter(({ retired }) => !retired)
  return {
    id: appealId,
    number: appeal.number ?? '',
    open: until !== '',
    until,
    choices: choices.map(({ id, name }) => ({ id, name })),
  }
}

export type RatingPageData = Awaited<ReturnType<typeof getRatingPage>>

/** What staff see of how an appeal was rated, and what a dispatcher has to decide. Throws NotFound. */
export async function getDeskRating(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const timeZone = await timeZoneOf(ctx)
  const asked = appealAllows('reopen', appeal)
    ? await ctx.db
        .selectFrom('reopening')
        .select(['reason', 'createdAt', 'decideAt'])
        .where('appealId', '=', appealId)
        .where('decision', 'is', null)
        .executeTakeFirst()
    : undefined
  const decides = may(ctx.ability, 'reopen', 'Appeal', appeal)
  const bodies = asked && decides ? await listAgencies(ctx) : []
  return {
    version: appeal.version,
    given: await givenRatings(ctx, appealId, timeZone),
    asked: asked && {
      reason: asked.reason,
      at: formatMoment(asked.createdAt, timeZone),
      decideBy: formatMoment(asked.decideAt, timeZone),
      late: asked.decideAt < ctx.clock.now(),
      decides,
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      /** Who answered last. */
      answeredBy: appeal.agencyIds.at(-1) ?? '',
    },
  }
}

export type DeskRating = Awaited<ReturnType<typeof getDeskRating>>
