import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'
import { deviceName } from './device.ts'
import { localeOf, personOf } from './person.server.ts'
import { zoneOf } from './zone.server.ts'

const resetPrefix = 'reset-password:'

/** The way to a new password; undefined where the wish was used or has expired meanwhile. */
export async function resetLetter(ctx: AnyContext, verificationId: string): Promise<Letter | undefined> {
  const wish = await coreTablesOf(ctx.db)
    .selectFrom('authVerification')
    .innerJoin('authUser', 'authUser.id', 'authVerification.value')
    .select(['authVerification.identifier', 'authUser.email', 'authUser.id'])
    .where('authVerification.id', '=', verificationId)
    .where('authVerification.expiresAt', '>', ctx.clock.now())
    .executeTakeFirst()
  if (!wish?.identifier.startsWith(resetPrefix)) return undefined
  const locale = localeOf(await personOf(ctx, wish.id))
  const t = translatorOf(ctx.texts[locale])
  const link = ctx.origin + paths.newPassword(wish.identifier.slice(resetPrefix.length), locale)
  return {
    to: wish.email,
    subject: t('accounts:mail.reset.subject'),
    text: [t('accounts:mail.reset.how'), link, t('accounts:mail.reset.notYou')].join('\n\n'),
  }
}

/** Word of a sign-in from a browser that the account did not know; undefined where the person threw it out meanwhile. */
export async function newDeviceLetter(ctx: AnyContext, deviceId: string): Promise<Letter | undefined> {
  const device = await coreTablesOf(ctx.db)
    .selectFrom('authDevice')
    .innerJoin('authUser', 'authUser.id', 'authDevice.userId')
    .select(['authDevice.browser', 'authDevice.system', 'authDevice.firstSeenAt', 'authUser.email', 'authUser.id'])
    .where('authDevice.id', '=', deviceId)
    .executeTakeFirst()
  if (!device) return undefined
  const t = await translatorFor(ctx, device.id)
  return {
    to: device.email,
    subject: t('accounts:mail.newDevice.subject'),
    text: [
      t('accounts:mail.newDevice.what'),
      [
        `${t('accounts:mail.when')}: ${formatMoment(device.firstSeenAt, await zoneOf(ctx))}`,
        `${t('accounts:mail.newDevice.device')}: ${deviceName(device, t('accounts:sessions.unknown'))}`,
      ].join('\n'),
      t('accounts:mail.newDevice.you'),
      t('accounts:mail.newDevice.notYou'),
      ctx.origin + paths.sessions(),
    ].join('\n\n'),
  }
}

/** The words of letters to this person, in their own language. */
export async function translatorFor(ctx: AnyContext, userId: string) {
  return translatorOf(ctx.texts[localeOf(await personOf(ctx, userId))])
}
