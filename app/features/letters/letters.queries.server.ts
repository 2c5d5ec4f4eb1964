import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { letterName } from './letter-name.server.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { AttachedFile } from '#app/core/letter.ts'
import type { ActKind } from '#db/schema/vocabulary.ts'
import { typedLetterCode } from './code.ts'
import type { MadeLetter } from './make-letter.server.ts'

/** A letter as the pages of its appeal show it. */
export interface ListedLetter {
  readonly id: string
  readonly issuedOn: string
  readonly code: string
  /** Of the act that it is the letter of, its id and kind; null for an answer's. */
  readonly actId: string | null
  readonly act: ActKind | null
  /** Whose letterhead it has, in the asker's language and by its name of that day. */
  readonly agency: string
  /** Whether its file is there: it is made within moments of the signature. */
  readonly ready: boolean
}

/** The letters of an appeal, in the order they were issued; none for who may not read the appeal. */
export async function listLetters(ctx: TenantContext, appealId: string): Promise<ListedLetter[]> {
  const { db, ability } = ctx
  const rows = await db
    .selectFrom('answerLetter')
    .innerJoin('appeal', 'appeal.id', 'answerLetter.appealId')
    .leftJoin('answer', 'answer.id', 'answerLetter.answerId')
    .leftJoin('act', 'act.id', 'answerLetter.actId')
    .select(['answerLetter.id', 'answerLetter.issuedOn', 'answerLetter.code', 'answerLetter.state'])
    .select(['answerLetter.agencyId', 'answer.answeredAt', 'answerLetter.actId', 'act.kind', 'act.signedAt'])
    .where('answerLetter.appealId', '=', appealId)
    .where('answerLetter.state', '!=', 'erased')
    .where(accessible(ability, 'read', 'Appeal', 'appeal'))
    .orderBy('answerLetter.id')
    .execute()
  const listed: ListedLetter[] = []
  for (const { id, issuedOn, code, state, agencyId, answeredAt, actId, kind, signedAt } of rows) {
    const then = { ...ctx, clock: { now: () => answeredAt ?? signedAt ?? ctx.clock.now() } }
    // What the centre itself decides has its letterhead.
    const agency = agencyId ? ((await agencyNames(then, [agencyId]))[agencyId] ?? '') : (await getRegion(ctx)).centre
    listed.push({ id, issuedOn: formatDay(issuedOn), code, actId, act: kind, agency, ready: state === 'kept' })
  }
  return listed
}

/** The file of a letter, to be sent out. Throws NotFound for who may not read the appeal, and while there is none. */
export async function openLetter(
  ctx: TenantContext,
  appealId: string,
  letterId: string,
): Promise<{ name: string; bytes: number; content: Readable }> {
  const row = await ctx.db
    .selectFrom('answerLetter')
    .innerJoin('appeal', 'appeal.id', 'answerLetter.appealId')
    .select(['answerLetter.id', 'answerLetter.bytes'])
    .where('answerLetter.id', '=', letterId)
    .where('answerLetter.appealId', '=', appealId)
    .where('answerLetter.state', '=', 'kept')
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .executeTakeFirst()
  if (!row) throw new NotFound('Letter')
  return { name: await letterName(ctx, row.id), bytes: row.bytes ?? 0, content: await ctx.files.read(row.id) }
}

/** A made letter as a mail carries it. Not inside a transaction. */
export async function letterFile(ctx: TenantContext, { id, name }: MadeLetter): Promise<AttachedFile> {
  return { name, mediaType: 'application/pdf', content: await buffer(await ctx.files.read(id)) }
}

/** What anybody may know of a letter: nothing of the person, and nothing of what was written. */
export interface VerifiedLetter {
  readonly number: string
  readonly issuedOn: string
  readonly agency: string
  readonly contentHash: string
  /** SHA-256 of the file, hexadecimal digits; empty until it is made, and once it was erased. */
  readonly sha256: string
}

/**
 * The letter of this region with this code, for whoever has the paper; undefined for an unknown code and for another
 * region's alike. Wrong codes are limited by address. Throws TooManyTries.
 */
export async function verifyLetter(
  ctx: TenantContext,
  typed: string,
  clientAddress: string,
): Promise<VerifiedLetter | undefined> {
  await ctx.limits.count('verifyByAddress', clientAddress)
  const letter = await ctx.db
    .selectFrom('answerLetter')
    .leftJoin('answer', 'answer.id', 'answerLetter.answerId')
    .leftJoin('act', 'act.id', 'answerLetter.actId')
    .innerJoin('appeal', 'appeal.id', 'answerLetter.appealId')
    .select([
      'act.number as actNumber',
      'act.signedAt',
      'act.contentHash as actHash',
      'answerLetter.agencyId',
      'answerLetter.issuedOn',
      'answerLetter.sha256',
      'answerLetter.state',
    ])
    .select(['answer.contentHash', 'answer.answeredAt', 'appeal.number'])
    .where('answerLetter.code', '=', typedLetterCode(typed))
    .executeTakeFirst()
  if (!letter) return undefined
  const signedAt = letter.answeredAt ?? letter.signedAt ?? ctx.clock.now()
  const then = { ...ctx, clock: { now: () => signedAt } }
  const agency = letter.agencyId
    ? (await agencyNames(then, [letter.agencyId]))[letter.agencyId]
    : (await getRegion(ctx)).centre
  const found = {
    number: letter.actNumber ?? letter.number ?? '',
    issuedOn: formatDay(letter.issuedOn),
    agency: agency ?? '',
    contentHash: letter.contentHash ?? letter.actHash ?? '',
    sha256: letter.state === 'kept' ? (letter.sha256 ?? '') : '',
  }
  await ctx.limits.forgive('verifyByAddress', clientAddress)
  return found
}
