import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { ActorKind } from '#db/schema/core.ts'
import type { AnyContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { Letter } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'
import { translatorFor } from './account-mails.server.ts'
import { personOf } from './person.server.ts'
import { zoneOf } from './zone.server.ts'

/** What a person is told of their own account, by the event: whoever did it in their name cannot hide it. */
export const accountNotices = {
  'account.passwordChanged': 'passwordChanged',
  'account.passwordReset': 'passwordReset',
  'account.passkeyAdded': 'passkeyAdded',
  'account.passkeyRemoved': 'passkeyRemoved',
  'account.secondFactorSwitchedOn': 'secondFactorSwitchedOn',
  'account.secondFactorSwitchedOff': 'secondFactorSwitchedOff',
  'account.secondFactorReset': 'secondFactorReset',
  'account.recoveryCodesRenewed': 'recoveryCodesRenewed',
  'account.providerLinked': 'providerLinked',
} as const

export type AccountNotice = (typeof accountNotices)[keyof typeof accountNotices]

/**
 * The letter about what happened to an account: what and when, who where it was another, and what to do if it was not the
 * person. Nothing in it opens anything. Undefined for one who works here no more.
 */
export async function accountLetter(
  ctx: AnyContext,
  { id, subjectId: userId }: { readonly id: string; readonly subjectId: string },
  notice: AccountNotice,
): Promise<Letter | undefined> {
  if (!(await personOf(ctx, userId))) return undefined
  const db = coreTablesOf(ctx.db)
  const { email } = await db.selectFrom('authUser').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
  // An event and its line in the journal have one id.
  const line = await db
    .selectFrom('journal')
    .select(['occurredAt', 'actorKind', 'actorId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const t = await translatorFor(ctx, userId)
  const who = notice === 'secondFactorReset' ? ((await nameOf(ctx, line)) ?? t('accounts:mail.operator')) : undefined
  return {
    to: email,
    subject: t(`accounts:mail.${notice}.subject`),
    text: [
      t(`accounts:mail.${notice}.what`),
      [
        `${t('accounts:mail.when')}: ${formatMoment(line.occurredAt, await zoneOf(ctx))}`,
        ...(who ? [`${t('accounts:mail.who')}: ${who}`] : []),
      ].join('\n'),
      t('accounts:mail.notYou'),
      ctx.origin + paths.forgottenPassword(),
    ].join('\n\n'),
  }
}

/** The colleague who did something; undefined where it was no colleague. */
async function nameOf(
  ctx: AnyContext,
  { actorKind, actorId }: { readonly actorKind: ActorKind; readonly actorId: string | null },
): Promise<string | undefined> {
  if (ctx.world !== 'tenant' || actorKind !== 'staff' || !actorId) return undefined
  const actor = await ctx.db.selectFrom('staffMember').select('fullName').where('id', '=', actorId).executeTakeFirst()
  return actor?.fullName
}
