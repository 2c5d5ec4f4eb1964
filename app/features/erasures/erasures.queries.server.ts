import { getHold } from '#app/features/holds/public.server.ts'
import { typedNumber } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { listBrought } from './brought.queries.server.ts'
import { holdAgainst } from './erase-applicant.server.ts'
import { sameApplicants } from './same-person.server.ts'

const mostShown = 100

/** The page of erasures: whose the appeal of this number is and who of them may be erased, and who was before. */
export async function getErasures(ctx: TenantContext, typed: string) {
  authorize(ctx.ability, 'erase', 'Applicant')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  return {
    typed,
    people: typed === '' ? [] : await findPeople(ctx, typedNumber(typed) ?? ''),
    past: await listPast(ctx, timeZone),
    refused: await listRefused(ctx, timeZone),
  }
}

export type Erasures = Awaited<ReturnType<typeof getErasures>>

/** Everybody who brought or signed the appeal of this number, who brought it first. */
async function findPeople(ctx: TenantContext, number: string) {
  const appeal = await ctx.db
    .selectFrom('appeal')
    .select(['id', 'applicantId'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!appeal) return []
  const cosigners = await ctx.db
    .selectFrom('cosigner')
    .select('applicantId')
    .where('appealId', '=', appeal.id)
    .orderBy('id')
    .execute()
  const people = []
  for (const id of [appeal.applicantId, ...cosigners.map(({ applicantId }) => applicantId)])
    people.push(await findPerson(ctx, id))
  return people
}

/**
 * One person, with all that would be emptied. Of what identifies them only as much is shown as a paper can be held against: first
 * letters, and the end of the IIN.
 */
async function findPerson(ctx: TenantContext, applicantId: string) {
  const { fullName, iin, organisationName } = await ctx.db
    .selectFrom('applicant')
    .select(['fullName', 'iin', 'organisationName'])
    .where('id', '=', applicantId)
    .executeTakeFirstOrThrow()
  const ids = await sameApplicants(ctx, applicantId)
  const appeals = await listBrought(ctx, ids)
  const holdId = await holdAgainst(ctx, ids)
  return {
    applicantId,
    initials: initialsOf(organisationName || fullName),
    iinEnd: iin ? iin.slice(-4) : '',
    hold: holdId ? await getHold(ctx, holdId) : undefined,
    appeals: appeals.map(({ id, number, status, registeredOn, open, erased }) => ({
      id,
      number,
      status: ctx.t(`appeals:status.${status}`),
      registeredOn: formatDay(registeredOn),
      open,
      erased,
    })),
  }
}

export type ErasablePerson = Erasures['people'][number]

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${Array.from(word)[0] ?? ''}.`)
    .join(' ')

async function listPast({ db }: TenantContext, timeZone: string) {
  const rows = await db
    .selectFrom('erasure')
    .leftJoin('cosigner', 'cosigner.applicantId', 'erasure.applicantId')
    .innerJoin('appeal', (join) =>
      join.on((on) =>
        on.or([
          on('appeal.applicantId', '=', on.ref('erasure.applicantId')),
          on('appeal.id', '=', on.ref('cosigner.appealId')),
        ]),
      ),
    )
    .innerJoin('staffMember', 'staffMember.id', 'erasure.erasedBy')
    .select([
      'erasure.applicantId',
      'erasure.ground',
      'erasure.paper',
      'erasure.erasedAt',
      'appeal.id',
      'appeal.number',
    ])
    .select('staffMember.fullName')
    .orderBy('erasure.erasedAt', 'desc')
    .orderBy('appeal.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ applicantId, number, ground, paper, erasedAt, fullName }) => ({
    id: applicantId,
    number: number ?? '',
    ground,
    paper,
    by: fullName,
    when: formatMoment(erasedAt, timeZone),
  }))
}

/** Requests that a legal hold stood against, the newest first. */
async function listRefused({ db }: TenantContext, timeZone: string) {
  const rows = await db
    .selectFrom('erasureRefusal')
    .innerJoin('legalHold', 'legalHold.id', 'erasureRefusal.holdId')
    .innerJoin('appeal', 'appeal.id', 'legalHold.appealId')
    .innerJoin('staffMember', 'staffMember.id', 'erasureRefusal.refusedBy')
    .select(['erasureRefusal.id', 'erasureRefusal.ground', 'erasureRefusal.paper', 'erasureRefusal.refusedAt'])
    .select(['appeal.number', 'staffMember.fullName'])
    .orderBy('erasureRefusal.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ id, number, ground, paper, refusedAt, fullName }) => ({
    id,
    number: number ?? '',
    ground,
    paper,
    by: fullName,
    when: formatMoment(refusedAt, timeZone),
  }))
}
