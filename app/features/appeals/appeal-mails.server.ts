import { daysAfter } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { Letter } from '#app/core/letter.ts'
import { accessCode } from './access-code.server.ts'
import { appealLink } from './appeal-link.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { shownCode } from './code.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'
import { receiptOf } from './receipt.queries.server.ts'
import { answeringParts, partLines } from './letter-parts.server.ts'
import { listPeople, personOf } from './people.queries.server.ts'

/** The receipt by mail, in the appeal's language; undefined where the person's address is gone. */
export async function receiptLetter(ctx: TenantContext, appealId: string): Promise<Letter | undefined> {
  const { appeal, to, number, opening, link, timeZone, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const { issuer, channel, receivedBy } = await receiptOf({ ...ctx, locale: appeal.language, t }, appeal)
  const lines = [
    ...opening,
    t('appeals:mail.receipt.received'),
    [
      `${t('appeals:receipt.number')}: ${number}`,
      `${t('appeals:receipt.code')}: ${shownCode(accessCode(ctx, appeal))}`,
      `${t('appeals:receipt.acceptedBy')}: ${issuer}, ${t(`appeals:intake.${channel}`)}`,
      ...(receivedBy ? [`${t('appeals:receipt.receivedBy')}: ${receivedBy}`] : []),
      `${t('appeals:receipt.receivedAt')}: ${formatMoment(appeal.receivedAt, timeZone)}`,
      `${t('appeals:receipt.registeredOn')}: ${formatDay(appeal.registeredOn)}`,
      `${t('appeals:receipt.dueOn')}: ${formatDay(appeal.dueOn)}`,
    ].join('\n'),
    t('appeals:receipt.codeHint'),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.receipt.subject', { number }), text: lines.join('\n\n') }
}

/**
 * An answer by mail, in the appeal's language: this one, or the newest. Of several bodies it says which part is answered,
 * and who still owes one. Undefined where the person's address is gone.
 */
export async function answerLetter(
  ctx: TenantContext,
  appealId: string,
  answerId?: string,
  recipientId = '',
): Promise<Letter | undefined> {
  const named = await whatLettersName(ctx, appealId, recipientId)
  const { appeal, to, number, opening, link, language, centre, t } = named
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
  const [addressee] = (await listPeople(ctx, appealId)).filter((person) => person.appealId === appealId)
  const parts = await answeringParts(ctx, appeal.id, language)
  const about = parts.length > 1 ? parts.find(({ id }) => id === answer.shareId) : undefined
  const owing = parts.filter(({ answered }) => !answered)
  const lines = [
    ...opening,
    t(about ? 'appeals:mail.answer.partReady' : 'appeals:mail.answer.ready', { number }),
    ...(about ? [partLines(t, about)] : []),
    `${t('appeals:answer.outcome')}: ${t(`appeals:outcome.${answer.outcome}`)}`,
    answer.text,
    ...(answer.signerName ? [`${t('appeals:answer.signer')}: ${answer.signerName}, ${answer.signerPost}`] : []),
    t('appeals:answer.rightOfAppeal'),
    ...(answer.letterId && addressee?.id === recipientId ? [t('letters:mail.attached')] : []),
    // Who brought it says what the answer was worth.
    ...(appeal.closedAt && recipientId === ''
      ? [t('appeals:mail.answer.rate', { day: await lastRatingDay(ctx, appeal.closedAt) })]
      : []),
    ...(owing.length > 0
      ? [`${t('appeals:mail.answer.others')}\n${owing.map(({ name }) => `– ${name}`).join('\n')}`]
      : []),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.answer.subject', { number }), text: lines.join('\n\n') }
}

async function lastRatingDay({ db }: TenantContext, closedAt: Date): Promise<string> {
  const { ratingDays, timeZone } = await db
    .selectFrom('regionProfile')
    .select(['ratingDays', 'timeZone'])
    .executeTakeFirstOrThrow()
  return formatDay(daysAfter(wallClockParts(closedAt, timeZone).day, ratingDays))
}

/** That an appeal was taken back, by mail; undefined where the person's address is gone. */
export async function withdrawalLetter(ctx: TenantContext, appealId: string): Promise<Letter | undefined> {
  const { appeal, to, number, opening, link, timeZone, centre, t } = await whatLettersName(ctx, appealId)
  if (!to) return undefined
  const lines = [
    ...opening,
    t('appeals:mail.withdrawal.done', { number }),
    `${t('appeals:mail.withdrawal.at')}: ${formatMoment(appeal.closedAt ?? appeal.updatedAt, timeZone)}`,
    t('appeals:mail.withdrawal.notYou'),
    `${t('appeals:mail.trackHere')}\n${link}`,
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
  const { to, number, opening, link, centre, t } = await whatLettersName(ctx, appealId)
  const file = await ctx.db
    .selectFrom('attachment')
    .select(['name', 'answerId'])
    .where('id', '=', attachmentId)
    .executeTakeFirstOrThrow()
  // A body's own file is no word of the person's.
  if (!to || file.name === '' || file.answerId) return undefined
  const lines = [
    ...opening,
    t('appeals:mail.infected.what', { number: number, name: file.name }),
    t('appeals:mail.infected.next'),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.infected.subject', { number }), text: lines.join('\n\n') }
}

/** That the answer is due later, since when and why, in the appeal's language; undefined where the person's address is gone. */
export async function postponedLetter(
  ctx: TenantContext,
  appealId: string,
  eventId: string,
  recipientId = '',
): Promise<Letter | undefined> {
  const named = await whatLettersName(ctx, appealId, recipientId)
  const { appeal, to, number, opening, link, language, centre, t } = named
  const moves = await listDeadlineMoves({ db: ctx.db, t, locale: language }, appealId)
  const move = moves.find(({ id }) => id === eventId)
  // Who was answered meanwhile waits no longer.
  if (!to || !move || appeal.closedAt) return undefined
  const lines = [
    ...opening,
    t('appeals:mail.postponed.what', { number }),
    [`${t('appeals:mail.postponed.from')}: ${move.from}`, `${t('appeals:mail.postponed.to')}: ${move.to}`].join('\n'),
    [`${t('appeals:mail.postponed.why')}:`, ...move.why].join('\n'),
    t('appeals:mail.postponed.counted'),
    `${t('appeals:mail.trackHere')}\n${link}`,
    t('appeals:mail.linkHint'),
    centre,
  ]
  return { to, subject: t('appeals:mail.postponed.subject', { number }), text: lines.join('\n\n') }
}

/** What every letter about an appeal names to one of the people it belongs to, in their own language. Throws NotFound. */
export async function whatLettersName(ctx: TenantContext, appealId: string, recipientId = '') {
  const appeal = await getAppeal(ctx, appealId)
  const { way, language, email } = await personOf(ctx, appealId, recipientId)
  const region = await ctx.db
    .selectFrom('regionProfile')
    .select(['timeZone', 'centreKk', 'centreRu', 'centreEn'])
    .executeTakeFirstOrThrow()
  const t = translatorOf(ctx.texts[language])
  const isMerged = way.appealId !== appealId
  return {
    appeal,
    language,
    to: email || undefined,
    /** The one that they know: of the appeal that they brought or signed. */
    number: way.number ?? '',
    opening: [
      t('appeals:mail.greeting'),
      ...(isMerged ? [t('appeals:mail.throughMerged', { number: appeal.number ?? '' })] : []),
    ],
    link: appealLink(ctx, way),
    timeZone: region.timeZone,
    centre: { kk: region.centreKk, ru: region.centreRu, en: region.centreEn }[language],
    t,
  }
}
