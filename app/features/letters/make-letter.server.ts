import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { paths } from '#app/core/paths.ts'
import { keepLetter } from './keep-letter.server.ts'
import { letterName } from './letter-name.server.ts'
import { addresseeOf } from './addressee.server.ts'
import { letterheadOf } from './letterhead.server.ts'
import { writeLetter } from './letter-paper.server.ts'

/** A letter whose file is kept. */
export interface MadeLetter {
  readonly id: string
  /** As it is saved and mailed. */
  readonly name: string
}

/**
 * Makes the file of an answer's letter, once: where it is kept already nothing happens, and what was cut off half-way is
 * made again as the same bytes. Undefined for an answer without a letter, or one whose letter was erased. Not inside a
 * transaction.
 */
export async function makeLetter(ctx: TenantContext, answerId: string): Promise<MadeLetter | undefined> {
  const letter = await readLetter(ctx, answerId)
  if (!letter || letter.state === 'erased') return undefined
  const { id } = letter
  const name = await letterName(ctx, id)
  if (letter.state === 'kept') return { id, name }
  const file = await writeLetter(...(await wordsOf(ctx, letter)))
  await keepLetter(ctx, letter, file, { answerId })
  return { id, name }
}

const readLetter = ({ db }: TenantContext, answerId: string) =>
  db
    .selectFrom('answerLetter')
    .innerJoin('answer', 'answer.id', 'answerLetter.answerId')
    .innerJoin('appeal', 'appeal.id', 'answerLetter.appealId')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .select(['answerLetter.id', 'answerLetter.appealId', 'answerLetter.agencyId', 'answerLetter.state'])
    .select(['answerLetter.code', 'answerLetter.issuedOn', 'answerLetter.rightOfAppeal'])
    .select(['answer.text', 'answer.outcome', 'answer.answeredAt', 'answer.signerName', 'answer.signerPost'])
    .select(['answer.contentHash', 'appeal.number', 'appeal.language', 'appeal.registeredOn'])
    .select(['applicant.fullName', 'applicant.organisationName', 'applicant.address'])
    .where('answerLetter.answerId', '=', answerId)
    .executeTakeFirst()

type LetterRow = NonNullable<Awaited<ReturnType<typeof readLetter>>>

async function wordsOf(ctx: TenantContext, letter: LetterRow): Promise<Parameters<typeof writeLetter>> {
  const { language, answeredAt, signerName, signerPost, contentHash } = letter
  if (!signerName || !signerPost || !contentHash) throw new NotFound('Signature')
  // An agency is called what it was called on the day it answered.
  const then = { ...ctx, locale: language, clock: { now: () => answeredAt } }
  const agencyId = letter.agencyId ?? ''
  const agencies = await agencyNames(then, [agencyId])
  const words = {
    ...letter,
    agency: agencies[agencyId] ?? '',
    number: letter.number ?? '',
    addressee: await addresseeOf(ctx, letter),
    signerName,
    signerPost,
    contentHash,
    verifyAt: ctx.origin + paths.verifyLetter(language, letter.code),
  }
  return [await letterheadOf(ctx, language), words]
}
