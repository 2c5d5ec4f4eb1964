import { sizeInWords } from '#app/core/i18n/sizes.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'

const mostShown = 20

/** Files that were asked for, the newest first. Throws ForbiddenError. */
export async function listTakeouts(ctx: TenantContext) {
  authorize(ctx.ability, 'export', 'Region')
  const now = ctx.clock.now()
  const rows = await ctx.db
    .selectFrom('takeout')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .innerJoin('staffMember as asker', 'asker.id', 'takeout.askedBy')
    .leftJoin('staffMember as taker', 'taker.id', 'takeout.takenBy')
    .select(['takeout.id', 'state', 'parts', 'ofParts', 'bytes', 'sha256', 'takeout.createdAt', 'expiresAt', 'takenAt'])
    .select(['timeZone', 'asker.fullName as askedBy', 'taker.fullName as takenBy'])
    .orderBy('takeout.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ timeZone, createdAt, expiresAt, takenAt, bytes, state, ...rest }) => ({
    ...rest,
    state: state === 'ready' && expiresAt !== null && expiresAt <= now ? ('expired' as const) : state,
    askedAt: formatMoment(createdAt, timeZone),
    until: expiresAt && formatMoment(expiresAt, timeZone),
    takenAt: takenAt && formatMoment(takenAt, timeZone),
    size: bytes === null ? null : sizeInWords(ctx, bytes),
  }))
}

export type TakeoutList = Awaited<ReturnType<typeof listTakeouts>>

/** The letter that the file waits; the way to it is a page that asks for sign-in. Undefined for one who works here no more. */
export async function takeoutLetter(ctx: TenantContext, id: string): Promise<Letter | undefined> {
  const row = await ctx.db
    .selectFrom('takeout')
    .innerJoin('staffMember', 'staffMember.id', 'takeout.askedBy')
    .innerJoin('authUser', 'authUser.id', 'staffMember.userId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['authUser.email', 'staffMember.locale', 'timeZone', 'expiresAt', 'sha256'])
    .where('takeout.id', '=', id)
    .where('takeout.state', '=', 'ready')
    .where('staffMember.retiredAt', 'is', null)
    .executeTakeFirst()
  if (!row?.expiresAt) return undefined
  const t = translatorOf(ctx.texts[row.locale])
  return {
    to: row.email,
    subject: t('takeouts:mail.subject'),
    text: [
      t('takeouts:mail.what'),
      ctx.origin + paths.data(),
      t('takeouts:mail.until', { until: formatMoment(row.expiresAt, row.timeZone) }),
      t('takeouts:mail.notYou'),
    ].join('\n\n'),
  }
}
