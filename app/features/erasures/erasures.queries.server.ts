import { typedNumber } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { sameApplicants } from './same-person.server.ts'

const mostShown = 100

/** The page of erasures: who brought the appeal of this number and may be erased, and who was before. */
export async function getErasures(ctx: TenantContext, typed: string) {
  authorize(ctx.ability, 'erase', 'Applicant')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  return {
    typed,
    person: typed === '' ? undefined : await findPerson(ctx, typedNumber(typed) ?? ''),
    past: await listPast(ctx, timeZone),
  }
}

export type Erasures = Awaited<ReturnType<typeof getErasures>>

/**
 * The person who brought an appeal, with all that would be emptied. Of what identifies them only as much is shown as a
 * paper can be held against: first letters, and the end of the IIN.
 */
async function findPerson(ctx: TenantContext, number: string) {
  const appeal = await ctx.db
    .selectFrom('appeal')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .select(['appeal.applicantId', 'applicant.fullName', 'applicant.iin', 'applicant.organisationName'])
    .where('appeal.number', '=', number)
    .executeTakeFirst()
  if (!appeal) return undefined
  const { applicantId, fullName, iin, organisationName } = appeal
  const appeals = await ctx.db
    .selectFrom('appeal')
    .leftJoin('erasure', 'erasure.applicantId', 'appeal.applicantId')
    .select(['appeal.id', 'appeal.number', 'appeal.status', 'appeal.registeredOn', 'appeal.closedAt'])
    .select('erasure.erasedAt')
    .where('appeal.applicantId', 'in', await sameApplicants(ctx, applicantId))
    .orderBy('appeal.id')
    .execute()
  return {
    applicantId,
    initials: initialsOf(organisationName || fullName),
    iinEnd: iin ? iin.slice(-4) : '',
    appeals: appeals.map(({ id, number, status, registeredOn, closedAt, erasedAt }) => ({
      id,
      number: number ?? '',
      status: ctx.t(`appeals:status.${status}`),
      registeredOn: formatDay(registeredOn),
      open: closedAt === null,
      erased: erasedAt !== null,
    })),
  }
}

export type ErasablePerson = NonNullable<Erasures['person']>

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${Array.from(word)[0] ?? ''}.`)
    .join(' ')

async function listPast({ db }: TenantContext, timeZone: string) {
  const rows = await db
    .selectFrom('erasure')
    .innerJoin('appeal', 'appeal.applicantId', 'erasure.applicantId')
    .innerJoin('staffMember', 'staffMember.id', 'erasure.erasedBy')
    .select(['erasure.ground', 'erasure.paper', 'erasure.erasedAt', 'appeal.id', 'appeal.number'])
    .select('staffMember.fullName')
    .orderBy('erasure.erasedAt', 'desc')
    .orderBy('appeal.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ id, number, ground, paper, erasedAt, fullName }) => ({
    id,
    number: number ?? '',
    ground,
    paper,
    by: fullName,
    when: formatMoment(erasedAt, timeZone),
  }))
}
