import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { whatLettersName } from './appeal-mails.server.ts'
import { answeringParts, partLines } from './letter-parts.server.ts'
import { linkStateOf, shareLinkAddress } from './share-link.server.ts'

/** That another body answers, and which, in the appeal's language; undefined where the person's address is gone. */
export async function forwardedLetter(
  ctx: TenantContext,
  appealId: string,
  assignmentId: string,
  recipientId = '',
): Promise<Letter | undefined> {
  const { to, number, opening, link, language, centre, t } = await whatLettersName(ctx, appealId, recipientId)
  if (!to) return undefined
  const share = await ctx.db
    .selectFrom('assignment')
    .select(['id', 'agencyId', 'part', 'dueOn'])
    .where('id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  const names = await agencyNames({ ...ctx, locale: language }, [share.agencyId])
  const part = { ...share, name: names[share.agencyId] ?? '', dueOn: formatDay(share.dueOn), answered: false }
  const lines = [
    ...opening,
    t(share.part ? 'appeals:mail.forwarded.part' : 'appeals:mail.forwarded.what', { number }),
    partLines(t, part),
    t('appeals:mail.forwarded.why'),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.forwarded.subject', { number }), text: lines.join('\n\n') }
}

/** That several bodies have an appeal, and who answers which part; undefined where the person's address is gone. */
export async function splitLetter(ctx: TenantContext, appealId: string, recipientId = ''): Promise<Letter | undefined> {
  const named = await whatLettersName(ctx, appealId, recipientId)
  const { appeal, to, number, opening, link, language, centre, t } = named
  if (!to) return undefined
  const parts = await answeringParts(ctx, appeal.id, language)
  const lines = [
    ...opening,
    t('appeals:mail.split.what', { number }),
    ...parts.map((part) => partLines(t, part)),
    t('appeals:mail.split.due', { day: formatDay(appeal.dueOn) }),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.split.subject', { number }), text: lines.join('\n\n') }
}

/**
 * The link by which a body without accounts answers, in Kazakh and in Russian: nobody knows who will read it. It says
 * nothing of the person nor of the matter. Undefined where there is no address, or the link is over already.
 */
export async function shareLinkLetter(ctx: TenantContext, linkId: string): Promise<Letter | undefined> {
  const link = await ctx.db
    .selectFrom('shareLink')
    .innerJoin('assignment', 'assignment.id', 'shareLink.assignmentId')
    .innerJoin('appeal', 'appeal.id', 'assignment.appealId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['shareLink.id', 'shareLink.salt', 'shareLink.sentTo', 'shareLink.expiresAt', 'shareLink.revokedAt'])
    .select(['shareLink.usedAt', 'assignment.agencyId', 'assignment.dueOn', 'appeal.number'])
    .select(['regionProfile.timeZone', 'regionProfile.centreKk', 'regionProfile.centreRu'])
    .where('shareLink.id', '=', linkId)
    .executeTakeFirstOrThrow()
  if (!link.sentTo || linkStateOf(link, ctx.clock.now()) !== 'usable') return undefined
  const number = link.number ?? ''
  const texts = []
  for (const locale of ['kk', 'ru'] as const) {
    const t = translatorOf(ctx.texts[locale])
    const names = await agencyNames({ ...ctx, locale }, [link.agencyId])
    texts.push(
      t('appeals:mail.greeting'),
      t('appeals:mail.shareLink.what', { number }),
      [
        `${t('appeals:mail.forwarded.to')}: ${names[link.agencyId] ?? ''}`,
        `${t('appeals:receipt.dueOn')}: ${formatDay(link.dueOn)}`,
      ].join('\n'),
      `${t('appeals:mail.shareLink.here')}\n${shareLinkAddress(ctx, locale, link)}`,
      t('appeals:mail.shareLink.until', { when: formatMoment(link.expiresAt, link.timeZone) }),
      t('appeals:mail.shareLink.hint'),
      locale === 'kk' ? link.centreKk : link.centreRu,
    )
  }
  const subject = (['kk', 'ru'] as const)
    .map((locale) => translatorOf(ctx.texts[locale])('appeals:mail.shareLink.subject', { number }))
    .join(' / ')
  return { to: link.sentTo, subject, text: texts.join('\n\n') }
}
