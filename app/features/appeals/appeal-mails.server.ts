import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { accessCode } from './access-code.server.ts'
import { appealLink } from './appeal-link.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { shownCode } from './code.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'

/** The receipt by mail, in the appeal's language; undefined where the person's address is gone. */
export async function receiptLetter(ctx: TenantContext, appealId: string): Promise<Letter | undefined> {
  const { appeal, to, timeZone, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.receipt.received'),
    [
      `${t('appeals:receipt.number')}: ${appeal.number}`,
      `${t('appeals:receipt.code')}: ${shownCode(accessCode(ctx, appeal))}`,
      `${t('appeals:receipt.receivedAt')}: ${formatMoment(appeal.receivedAt, timeZone)}`,
      `${t('appeals:receipt.registeredOn')}: ${formatDay(appeal.registeredOn)}`,
      `${t('appeals:receipt.dueOn')}: ${formatDay(appeal.dueOn)}`,
    ].join('\n'),
    t('appeals:receipt.codeHint'),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.receipt.subject', { number: appeal.number ?? '' }), text: lines.join('\n\n') }
}

/** The answer by mail, in the appeal's language; undefined where the person's address is gone. */
export async function answerLetter(ctx: TenantContext, appealId: string): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const answer = await ctx.db
    .selectFrom('answer')
    .select(['text', 'outcome', 'signerName', 'signerPost'])
    .where('appealId', '=', appealId)
    .executeTakeFirstOrThrow()
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.answer.ready', { number: appeal.number ?? '' }),
    `${t('appeals:answer.outcome')}: ${t(`appeals:outcome.${answer.outcome}`)}`,
    answer.text,
    ...(answer.signerName ? [`${t('appeals:answer.signer')}: ${answer.signerName}, ${answer.signerPost}`] : []),
    t('appeals:answer.rightOfAppeal'),
    t('letters:mail.attached'),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.answer.subject', { number: appeal.number ?? '' }), text: lines.join('\n\n') }
}

/** That an appeal was taken back, by mail; undefined where the person's address is gone. */
export async function withdrawalLetter(ctx: TenantContext, appealId: string): Promise<Letter | undefined> {
  const { appeal, to, timeZone, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const number = appeal.number ?? ''
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.withdrawal.done', { number }),
    `${t('appeals:mail.withdrawal.at')}: ${formatMoment(appeal.closedAt ?? appeal.updatedAt, timeZone)}`,
    t('appeals:mail.withdrawal.notYou'),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.withdrawal.subject', { number }), text: lines.join('\n\n') }
}

/** That another body answers, and which, in the appeal's language; undefined where the person's address is gone. */
export async function forwardedLetter(
  ctx: TenantContext,
  appealId: string,
  assignmentId: string,
): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const share = await ctx.db
    .selectFrom('assignment')
    .select(['agencyId', 'dueOn'])
    .where('id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  const names = await agencyNames({ ...ctx, locale: appeal.language }, [share.agencyId])
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.forwarded.what', { number: appeal.number ?? '' }),
    [
      `${t('appeals:mail.forwarded.to')}: ${names[share.agencyId] ?? ''}`,
      `${t('appeals:receipt.dueOn')}: ${formatDay(share.dueOn)}`,
    ].join('\n'),
    t('appeals:mail.forwarded.why'),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.forwarded.subject', { number: appeal.number ?? '' }), text: lines.join('\n\n') }
}

/** That a file held a virus and is gone, in the appeal's language; undefined where the person's address is gone. */
export async function infectedFileLetter(
  ctx: TenantContext,
  appealId: string,
  attachmentId: string,
): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  const file = await ctx.db
    .selectFrom('attachment')
    .select('name')
    .where('id', '=', attachmentId)
    .executeTakeFirstOrThrow()
  if (!to || file.name === '') return undefined
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.infected.what', { number: appeal.number ?? '', name: file.name }),
    t('appeals:mail.infected.next'),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.infected.subject', { number: appeal.number ?? '' }), text: lines.join('\n\n') }
}

/** That the answer is due later, since when and why, in the appeal's language; undefined where the person's address is gone. */
export async function postponedLetter(
  ctx: TenantContext,
  appealId: string,
  eventId: string,
): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  const moves = await listDeadlineMoves({ db: ctx.db, t, locale: appeal.language }, appealId)
  const move = moves.find(({ id }) => id === eventId)
  // Who was answered meanwhile waits no longer.
  if (!to || !move || appeal.closedAt) return undefined
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.postponed.what', { number: appeal.number ?? '' }),
    [`${t('appeals:mail.postponed.from')}: ${move.from}`, `${t('appeals:mail.postponed.to')}: ${move.to}`].join('\n'),
    [`${t('appeals:mail.postponed.why')}:`, ...move.why].join('\n'),
    t('appeals:mail.postponed.counted'),
    `${t('appeals:mail.trackHere')}\n${appealLink(ctx, appeal)}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.postponed.subject', { number: appeal.number ?? '' }), text: lines.join('\n\n') }
}

async function whatLettersName(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const { email } = await ctx.db
    .selectFrom('applicant')
    .select('email')
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const region = await ctx.db
    .selectFrom('regionProfile')
    .select(['timeZone', 'centreKk', 'centreRu', 'centreEn'])
    .executeTakeFirstOrThrow()
  const t = translatorOf(ctx.texts[appeal.language])
  const centre = { kk: region.centreKk, ru: region.centreRu, en: region.centreEn }[appeal.language]
  return { appeal, to: email || undefined, timeZone: region.timeZone, centre, t }
}
