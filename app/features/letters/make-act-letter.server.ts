import { openPaper } from '#app/integrations/documents/paper.server.ts'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { dayInWords } from '#app/core/i18n/day-in-words.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import { addresseeOf } from './addressee.server.ts'
import { printedCode, shortHash } from './code.ts'
import { keepLetter } from './keep-letter.server.ts'
import { letterName } from './letter-name.server.ts'
import { letterheadOf } from './letterhead.server.ts'
import type { MadeLetter } from './make-letter.server.ts'

/**
 * Makes the file of an act's letter, once: where it is kept already nothing happens, and what was cut off half-way is made
 * again as the same bytes. Undefined for an act without a letter, or one whose letter was erased. Not inside a transaction.
 */
export async function makeActLetter(ctx: TenantContext, actId: string): Promise<MadeLetter | undefined> {
  const letter = await readLetter(ctx, actId)
  if (!letter || letter.state === 'erased') return undefined
  if (letter.state === 'due') await keepLetter(ctx, letter, await writeActLetter(ctx, letter), { actId })
  return { id: letter.id, name: await letterName(ctx, letter.id) }
}

const readLetter = ({ db }: TenantContext, actId: string) =>
  db
    .selectFrom('answerLetter')
    .innerJoin('act', 'act.id', 'answerLetter.actId')
    .innerJoin('appeal', 'appeal.id', 'answerLetter.appealId')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .leftJoin('appeal as earlier', 'earlier.id', 'act.earlierAppealId')
    .select(['answerLetter.id', 'answerLetter.appealId', 'answerLetter.agencyId', 'answerLetter.state'])
    .select(['answerLetter.code', 'answerLetter.issuedOn', 'answerLetter.rightOfAppeal'])
    .select(['act.kind', 'act.ground', 'act.text', 'act.untilOn', 'act.fromOn', 'act.hearsAt', 'act.place'])
    .select(['act.number as actNumber', 'act.signedAt', 'act.signerName', 'act.signerPost', 'act.contentHash'])
    .select(['appeal.number', 'appeal.language', 'appeal.registeredOn', 'earlier.number as earlierNumber'])
    .select(['applicant.fullName', 'applicant.organisationName', 'applicant.address'])
    .where('answerLetter.actId', '=', actId)
    .executeTakeFirst()

type LetterRow = NonNullable<Awaited<ReturnType<typeof readLetter>>>

/** The act on the letterhead of who signed it, as PDF; the same words are the same bytes. */
async function writeActLetter(ctx: TenantContext, letter: LetterRow): Promise<Buffer> {
  const { language, signedAt, signerName, signerPost, contentHash, agencyId } = letter
  if (!signedAt || !signerName || !signerPost || !contentHash) throw new NotFound('Signature')
  const head = await letterheadOf(ctx, language)
  const { t, timeZone } = head
  // An agency is called what it was called on the day it signed.
  const then = { ...ctx, locale: language, clock: { now: () => signedAt } }
  const name = agencyId ? ((await agencyNames(then, [agencyId]))[agencyId] ?? '') : head.centre
  const title = t(`acts:kind.${letter.kind}`)
  const number = letter.actNumber ?? ''
  const paper = await openPaper({
    title: `${title} ${number}`,
    language,
    author: name,
    at: signedAt,
    colour: head.colour,
    emblem: head.emblem,
    footer: (page, pages) => `${number} · ${printedCode(letter.code)} · ${page} / ${pages}`,
  })
  paper.letterhead(name, agencyId ? head.centre : '', head.lines)
  const to = await addresseeOf(ctx, letter)
  paper.beside(
    [{ text: dayInWords(letter.issuedOn, t) }, { label: t('letters:paper.number'), text: number }],
    to.map((text, at) => (at === 0 ? { label: t('letters:paper.to'), text } : { text })),
  )
  paper.heading(title)
  paper.lines([
    { label: t('acts:paper.appeal'), text: letter.number ?? '' },
    { label: t('letters:paper.registeredOn'), text: dayInWords(letter.registeredOn, t) },
    { label: t('acts:field.ground'), text: t(`acts:ground.${letter.ground}`) },
    ...(letter.untilOn ? [{ label: t(`acts:until.${letter.kind}`), text: formatDay(letter.untilOn) }] : []),
    ...(letter.fromOn ? [{ label: t(`acts:from.${letter.kind}`), text: formatDay(letter.fromOn) }] : []),
    ...(letter.hearsAt ? [{ label: t('acts:field.hearsAt'), text: formatMoment(letter.hearsAt, timeZone) }] : []),
    ...(letter.place ? [{ label: t('acts:field.place'), text: letter.place }] : []),
    ...(letter.earlierNumber ? [{ label: t('acts:field.earlier'), text: letter.earlierNumber }] : []),
  ])
  paper.gap()
  paper.text(letter.text)
  if (letter.kind === 'hearing') paper.text(t('acts:paper.rightToObject'))
  else if (letter.rightOfAppeal) paper.text(letter.rightOfAppeal)
  paper.gap()
  paper.lines([
    { label: t('letters:paper.post'), text: signerPost },
    { label: t('letters:paper.signedBy'), text: signerName },
    { label: t('letters:paper.signedAt'), text: formatMoment(signedAt, timeZone) },
  ])
  paper.gap()
  const verifyAt = ctx.origin + paths.verifyLetter(language, letter.code)
  paper.code(verifyAt, t('letters:paper.codeImage', { address: verifyAt }), [
    { text: t('letters:paper.verify') },
    { label: t('letters:paper.code'), text: printedCode(letter.code) },
    { label: t('letters:paper.address'), text: verifyAt.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '') },
    { label: t('letters:paper.hash'), text: shortHash(contentHash) },
  ])
  return paper.finish()
}
