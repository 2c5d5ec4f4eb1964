import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { NoticeChannel } from '#db/schema/core.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { applicantName } from './applicant.ts'
import type { Way } from './appeal-link.server.ts'

/** Somebody an appeal belongs to: who brought it, who signed it too, and the same of appeals merged into it. */
export interface Person {
  /** Empty for who brought the appeal that was asked about: as in `notice.recipientId`; else the applicant's row. */
  readonly id: string
  /** The appeal that they brought or signed. */
  readonly appealId: string
  readonly cosignerId: string | null
  readonly language: LocaleCode
  readonly name: string
  /** Null where they are not told by this channel, empty where the address was erased. */
  readonly email: string | null
  readonly phone: string | null
  readonly left: boolean
  /** How they come to their own page. */
  readonly way: Way
}

/**
 * Everybody an appeal belongs to or did, who brought it first, then its co-signers, then people of appeals merged into it.
 * Whoever calls has asked for the appeal.
 */
export async function listEverybody({ db }: TenantContext, appealId: string): Promise<Person[]> {
  const appeals = await db
    .selectFrom('appeal')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .leftJoin('appealWithdrawal', 'appealWithdrawal.appealId', 'appeal.id')
    .select(['appeal.id', 'appeal.number', 'appeal.language', 'appeal.accessSalt', 'appeal.answerChannels'])
    .select(['appeal.applicantId', 'applicant.fullName', 'applicant.organisationName'])
    .select(['applicant.email', 'applicant.phone', 'appealWithdrawal.createdAt as leftAt'])
    .where((where) => where.or([where('appeal.id', '=', appealId), where('appeal.mergedInto', '=', appealId)]))
    .orderBy('appeal.id')
    .execute()
  if (appeals.length === 0) throw new NotFound('Appeal')
  const cosigners = await db
    .selectFrom('cosigner')
    .innerJoin('applicant', 'applicant.id', 'cosigner.applicantId')
    .select(['cosigner.id', 'cosigner.appealId', 'cosigner.applicantId', 'cosigner.language', 'cosigner.accessSalt'])
    .select(['cosigner.leftAt', 'applicant.fullName', 'applicant.email', 'applicant.phone'])
    .where(
      'cosigner.appealId',
      'in',
      appeals.map(({ id }) => id),
    )
    .orderBy('cosigner.id')
    .execute()
  const ownFirst = appeals.toSorted((a, b) => Number(b.id === appealId) - Number(a.id === appealId))
  return ownFirst.flatMap((appeal): Person[] => {
    const { id, language, accessSalt } = appeal
    const number = appeal.number ?? ''
    return [
      {
        id: id === appealId ? '' : appeal.applicantId,
        appealId: id,
        cosignerId: null,
        language,
        name: applicantName(appeal, ''),
        email: appeal.email,
        phone: appeal.answerChannels.includes('sms') ? appeal.phone : null,
        left: appeal.leftAt !== null,
        way: { id, accessSalt, appealId: id, number, language },
      },
      ...cosigners
        .filter((cosigner) => cosigner.appealId === id)
        .map(
          (cosigner): Person => ({
            id: cosigner.applicantId,
            appealId: id,
            cosignerId: cosigner.id,
            language: cosigner.language,
            name: cosigner.fullName,
            email: cosigner.email,
            phone: cosigner.phone,
            left: cosigner.leftAt !== null,
            way: {
              kind: 'cosigner',
              id: cosigner.id,
              accessSalt: cosigner.accessSalt,
              appealId: id,
              number,
              language: cosigner.language,
            },
          }),
        ),
    ]
  })
}

/** The same without those who have taken their appeal or their signature back. */
export const listPeople = async (ctx: TenantContext, appealId: string): Promise<Person[]> =>
  (await listEverybody(ctx, appealId)).filter(({ left }) => !left)

/** One of them, though they have left. Throws NotFound. */
export async function personOf(ctx: TenantContext, appealId: string, id: string): Promise<Person> {
  const person = (await listEverybody(ctx, appealId)).find((one) => one.id === id)
  if (!person) throw new NotFound('Applicant')
  return person
}

/** By which channels somebody is told: those that were chosen, though an address be erased. */
export const channelsOf = ({ email, phone }: Person): NoticeChannel[] => [
  ...(email === null ? [] : (['mail'] as const)),
  ...(phone === null ? [] : (['sms'] as const)),
]
