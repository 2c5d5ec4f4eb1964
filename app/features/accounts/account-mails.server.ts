import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '#app/core/context.ts'
import { defaultLocale } from '#app/core/i18n/locales.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'

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
  const t = translatorOf(ctx.texts[await localeOf(ctx, wish.id)])
  const link = ctx.origin + paths.newPassword(wish.identifier.slice(resetPrefix.length))
  return {
    to: wish.email,
    subject: t('accounts:mail.reset.subject'),
    text: [t('accounts:mail.reset.how'), link, t('accounts:mail.reset.notYou')].join('\n\n'),
  }
}

async function localeOf(ctx: AnyContext, userId: string) {
  if (ctx.world === 'platform') return defaultLocale
  const member = await ctx.db.selectFrom('staffMember').select('locale').where('userId', '=', userId).executeTakeFirst()
  return member?.locale ?? defaultLocale
}
