import { whatLettersName } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { getAct } from './act-rows.queries.server.ts'
import { objectionTerm } from './object-to-act.server.ts'

/** An act by mail to one of the people of an appeal, in their language; undefined where their address is gone. */
export async function actLetter(
  ctx: TenantContext,
  appealId: string,
  actId: string,
  recipientId = '',
): Promise<Letter | undefined> {
  const { to, number, opening, link, timeZone, centre, t } = await whatLettersName(ctx, appealId, recipientId)
  const { act, shares } = await getAct(ctx, appealId, actId)
  if (!to || act.status !== 'signed') return undefined
  const share = shares.find(({ id }) => id === act.assignmentId)
  const moves = act.kind === 'extension' || act.kind === 'suspension' || act.kind === 'resumption'
  const lines = [
    ...opening,
    t(`acts:mail.${act.kind}.what`, { number }),
    [
      `${t('acts:field.number')}: ${act.number}`,
      `${t('acts:field.ground')}: ${t(`acts:ground.${act.ground}`)}`,
      ...(act.hearsAt
        ? [
            `${t('acts:field.hearsAt')}: ${formatMoment(act.hearsAt, timeZone)}`,
            `${t('acts:field.place')}: ${act.place}`,
            `${t('acts:field.objectUntil')}: ${formatMoment((await objectionTerm(ctx, act)).dueAt, timeZone)}`,
          ]
        : []),
      ...(moves && share ? [`${t('appeals:receipt.dueOn')}: ${formatDay(share.dueOn)}`] : []),
    ].join('\n'),
    act.text,
    `${t('appeals:answer.signer')}: ${act.signerName}, ${act.signerPost}`,
    act.kind === 'hearing' ? t('acts:mail.hearing.object') : t('acts:paper.rightOfAppeal'),
    t('acts:mail.attached'),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t(`acts:mail.${act.kind}.subject`, { number }), text: lines.join('\n\n') }
}

/**
 * That an act has ended a body's share, in Kazakh and in Russian; it says nothing of the person nor of the matter. Undefined
 * where the body has no address: its people see it at their desk.
 */
export async function endedShareLetter(
  ctx: TenantContext,
  shareId: string,
  actId: string,
): Promise<Letter | undefined> {
  const share = await ctx.db
    .selectFrom('assignment')
    .innerJoin('appeal', 'appeal.id', 'assignment.appealId')
    .innerJoin('agency', 'agency.id', 'assignment.agencyId')
    .innerJoin('act', (join) => join.onRef('act.appealId', '=', 'appeal.id').on('act.id', '=', actId))
    .innerJoin('regionProfile', (join) => join.onTrue())
    .leftJoin('shareLink', (join) =>
      join.onRef('shareLink.assignmentId', '=', 'assignment.id').on('shareLink.revokedAt', 'is', null),
    )
    .select(['appeal.number', 'act.kind', 'act.ground', 'act.number as actNumber', 'act.signedAt', 'agency.email'])
    .select(['shareLink.sentTo', 'regionProfile.timeZone', 'regionProfile.centreKk', 'regionProfile.centreRu'])
    .where('assignment.id', '=', shareId)
    .executeTakeFirstOrThrow()
  const to = share.sentTo || share.email
  if (!to || !share.signedAt) return undefined
  const number = share.number ?? ''
  const when = formatMoment(share.signedAt, share.timeZone)
  const texts = (['kk', 'ru'] as const).flatMap((locale) => {
    const t = translatorOf(ctx.texts[locale])
    return [
      t('appeals:mail.greeting'),
      t(`acts:mail.ended.${share.kind}`, { number }),
      [
        `${t('acts:field.number')}: ${share.actNumber}`,
        `${t('acts:field.signedAt')}: ${when}`,
        `${t('acts:field.ground')}: ${t(`acts:ground.${share.ground}`)}`,
      ].join('\n'),
      t('acts:mail.ended.nothing'),
      locale === 'kk' ? share.centreKk : share.centreRu,
    ]
  })
  const subject = (['kk', 'ru'] as const)
    .map((locale) => translatorOf(ctx.texts[locale])('acts:mail.ended.subject', { number }))
    .join(' / ')
  return { to, subject, text: texts.join('\n\n') }
}
