import { getTermBook } from '#app/features/calendars/public.server.ts'
import { writeReceipt } from '#app/features/letters/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { savedFile } from '#app/core/http/saved-file.server.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import type { AttachedFile } from '#app/core/letter.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { getAppeal, type AppealRow } from './appeals.queries.server.ts'
import { explainClocks } from './explain-clocks.server.ts'
import { receiptOf } from './receipt.queries.server.ts'

const mediaType = 'application/pdf'

/** The receipt as a paper, in the language of the page, for the person who brought the appeal. Throws NotFound. */
export async function receiptResponse(ctx: TenantContext, appealId: string): Promise<Response> {
  if (ctx.principal.kind !== 'resident') throw new NotFound('Receipt')
  const appeal = await getAppeal(ctx, appealId)
  const content = await receiptPaper(ctx, appeal, ctx.locale)
  return savedFile({ name: nameOf(appeal), mediaType, bytes: content.length, content })
}

/** The receipt as the mail carries it, in the appeal's language. Throws NotFound. */
export async function receiptFile(ctx: TenantContext, appealId: string): Promise<AttachedFile> {
  const appeal = await getAppeal(ctx, appealId)
  return { name: nameOf(appeal), mediaType, content: await receiptPaper(ctx, appeal, appeal.language) }
}

/**
 * The receipt for the counter, in the appeal's language and without its code, which staff never see. Whoever calls has made
 * sure who asks. Throws NotFound.
 */
export async function counterReceiptResponse(ctx: TenantContext, appealId: string): Promise<Response> {
  const appeal = await ctx.db.selectFrom('appeal').selectAll().where('id', '=', appealId).executeTakeFirst()
  if (!appeal) throw new NotFound('Receipt')
  const content = await receiptPaper(ctx, appeal, appeal.language, { withCode: false })
  return savedFile({ name: nameOf(appeal), mediaType, bytes: content.length, content })
}

const nameOf = ({ number }: AppealRow) => `receipt-${number ?? ''}.pdf`

async function receiptPaper(
  asked: TenantContext,
  appeal: AppealRow,
  language: LocaleCode,
  { withCode = true } = {},
): Promise<Buffer> {
  const t = translatorOf(asked.texts[language])
  const ctx = { ...asked, locale: language, t }
  const receipt = await receiptOf(ctx, appeal)
  // A date that was moved since (extended, another body's) is not this sum, and none that is untrue must be shown.
  const { overall } = explainClocks(ctx, await getTermBook(ctx), {
    appeal,
    assignments: [],
    clockActs: [],
    agencies: {},
  })
  const term = overall?.steps.find(({ kind }) => kind === 'term')
  const facts = [
    { label: t('appeals:receipt.applicant'), text: receipt.applicant },
    { label: t('appeals:receipt.acceptedBy'), text: `${receipt.issuer}, ${t(`appeals:intake.${receipt.channel}`)}` },
    ...(receipt.receivedBy ? [{ label: t('appeals:receipt.receivedBy'), text: receipt.receivedBy }] : []),
    { label: t('appeals:receipt.receivedAt'), text: receipt.receivedAt },
    { label: t('appeals:receipt.registeredOn'), text: receipt.registeredOn },
    { label: t('appeals:receipt.dueOn'), text: receipt.dueOn },
    ...(term?.workingDays ? [{ label: t('letters:receipt.term'), text: String(term.workingDays) }] : []),
    ...(receipt.reply ? [{ label: t('appeals:receipt.reply'), text: receipt.reply }] : []),
    { label: t('appeals:receipt.where'), text: receipt.where },
  ]
  return writeReceipt(ctx, {
    language,
    title: t('appeals:receipt.heading'),
    number: receipt.number,
    numberLabel: t('appeals:receipt.number'),
    ...(withCode ? { code: receipt.code } : {}),
    codeLabel: t('appeals:receipt.code'),
    codeHint: t('appeals:receipt.codeHint'),
    facts,
    why: t('appeals:receipt.why'),
    receivedAt: appeal.receivedAt,
  })
}
