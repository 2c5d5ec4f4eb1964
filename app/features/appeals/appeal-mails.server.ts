import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { Letter } from '#app/core/letter.ts'
import { accessCode } from './access-code.server.ts'
import { appealLink } from './appeal-link.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { shownCode } from './code.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'
import { receiptOf } from './receipt.queries.server.ts'
import { answeringParts, partLines } from './letter-parts.server.ts'

/** The receipt by mail, in the appeal's language; undefined where the person's address is gone. */
export async function receiptLetter(ctx: TenantContext, appealId: string): Promise<Letter | undefined> {
  const { appeal, to, timeZone, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const { issuer, channel, receivedBy } = await receiptOf({ ...ctx, locale: appeal.language, t }, appeal)
  const lines = [
    t('appeals:mail.greeting'),
    t('appeals:mail.receipt.received'),
    [
      `${t('appeals:receipt.number')}: ${appeal.number}`,
      `${t('appeals:receipt.code')}: ${shownCode(accessCode(ctx, appeal))}`,
      `${t('appeals:receipt.acceptedBy')}: ${issuer}, ${t(`appeals:intake.${channel}`)}`,
      ...(receivedBy ? [`${t('appeals:receipt.receivedBy')}: ${receivedBy}`] : []),
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

/**
 * An answer by mail, in the appeal's language: this one, or the newest. Of several bodies it says which part is answered,
 * and who still owes one. Undefined where the person's address is gone.
 */
export async function answerLetter(
  ctx: TenantContext,
  appealId: string,
  answerId?: string,
): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const answer = await ctx.db
    .selectFrom('answer')
    .innerJoin('assignment', 'assignment.id', 'answer.assignmentId')
    .leftJoin('answerLetter', 'answerLetter.answerId', 'answer.id')
    .select(['answer.text', 'answer.outcome', 'answer.signerName', 'answer.signerPost', 'assignment.id as shareId'])
    .select('answerLetter.id as letterId')
    .where('answer.appealId', '=', appealId)
    .where('assignment.role', '<>', 'co')
    .$if(answerId !== undefined, (query) => query.where('answer.id', '=', answerId ?? ''))
    .orderBy('answer.id', 'desc')
    .executeTakeFirstOrThrow()
  const parts = await answeringParts(ctx, appeal)
  const about = parts.length > 1 ? parts.find(({ id }) => id === answer.shareId) : undefined
  const owing = parts.filter(({ answered }) => !answered)
  const lines = [
    t('appeals:mail.greeting'),
    t(about ? 'appeals:mail.answer.partReady' : 'appeals:mail.answer.ready', { number: appeal.number ?? '' }),
    ...(about ? [partLines(t, about)] : []),
    `${t('appeals:answer.outcome')}: ${t(`appeals:outcome.${answer.outcome}`)}`,
    answer.text,
    ...(answer.signerName ? [`${t('appeals:answer.signer')}: ${answer.signerName}, ${answer.signerPost}`] : []),
    t('appeals:answer.rightOfAppeal'),
    ...(answer.letterId ? [t('letters:mail.attached')] : []),
    ...(owing.length > 0
      ? [`${t('appeals:mail.answer.others')}\n${owing.map(({ name }) => `– ${name}`).join('\n')}`]
      : []),
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

/** That a file held a virus and is gone, in the appeal's language; undefined where the person's address is gone. */
export async function infectedFileLetter(
  ctx: TenantContext,
  appealId: string,
  attachmentId: string,
): Promise<Letter | undefined> {
  const { appeal, to, centre, t } = await whatLettersName(ctx, appealId)
  const file = await ctx.db
    .selectFrom('attachment')
    .select(['name', 'answerId'])
    .where('id', '=', attachmentId)
    .executeTakeFirstOrThrow()
  // A body's own file is no word of the person's.
  if (!to || file.name === '' || file.answerId) return undefined
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

/** What every letter about an appeal names. */
export async function whatLettersName(ctx: TenantContext, appealId: string) {
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
