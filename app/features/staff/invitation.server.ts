import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { TenantContext } from '#app/core/context.ts'
import { derivedCode, sameCode } from '#app/core/derived-secret.server.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { paths } from '#app/core/paths.ts'

type Invitation = Selectable<TenantTables['invitation']>

const tokenOf = (ctx: TenantContext, invitation: Pick<Invitation, 'id' | 'salt'>) =>
  derivedCode(ctx.secret, 'invitation', [ctx.tenant.slug, invitation.id, invitation.salt], 26)

/** The invitation a link leads to; undefined unless the token is its own, and it is neither used nor too old. */
export async function findInvitation(
  ctx: TenantContext,
  id: string,
  token: string,
  { lock = false } = {},
): Promise<Invitation | undefined> {
  const invitation = await ctx.db
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', ctx.clock.now())
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return invitation && sameCode(tokenOf(ctx, invitation), token) ? invitation : undefined
}

/** Why the right link opens nothing any more: it was taken up, or its time is over. Undefined for a link that never did. */
export async function whySpent(
  ctx: TenantContext,
  id: string,
  token: string,
): Promise<'accepted' | 'expired' | undefined> {
  const invitation = await ctx.db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!invitation || !sameCode(tokenOf(ctx, invitation), token)) return undefined
  return invitation.acceptedAt ? 'accepted' : 'expired'
}

/** The way into the region's staff; undefined where the invitation was used or has expired meanwhile. */
export async function invitationLetter(ctx: TenantContext, id: string): Promise<Letter | undefined> {
  const invitation = await ctx.db
    .selectFrom('invitation')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .selectAll('invitation')
    .select(['regionProfile.centreKk', 'regionProfile.centreRu', 'regionProfile.centreEn', 'regionProfile.timeZone'])
    .where('invitation.id', '=', id)
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.expiresAt', '>', ctx.clock.now())
    .executeTakeFirst()
  if (!invitation) return undefined
  const t = translatorOf(ctx.texts[invitation.locale])
  const centre = { kk: invitation.centreKk, ru: invitation.centreRu, en: invitation.centreEn }[invitation.locale]
  return {
    to: invitation.email,
    subject: t('staff:mail.invitation.subject', { centre }),
    text: [
      t('staff:mail.invitation.what', { centre }),
      ctx.origin + paths.invitation(id, tokenOf(ctx, invitation), invitation.locale),
      `${t('staff:mail.invitation.until')}: ${formatMoment(invitation.expiresAt, invitation.timeZone)}`,
      t('staff:mail.invitation.notYou'),
    ].join('\n\n'),
  }
}
