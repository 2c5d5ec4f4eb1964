import {
  answersPerson,
  appealAllows,
  applicantName,
  getAppealDetails,
  isLive,
  listPeople,
  placeText,
  typedNumber,
} from '#app/features/appeals/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { samePersonKeys } from './candidates.queries.server.ts'
import { likenessOf } from './likely.queries.server.ts'
import { findRelation } from './relations.server.ts'

/** The appeal that an address names beside another one: by its id or by its number as typed; undefined where there is none. */
async function findOther({ db, ability }: TenantContext, query: URLSearchParams): Promise<string | undefined> {
  const [id, typed] = [query.get('with') ?? '', query.get('number') ?? '']
  const other = await db
    .selectFrom('appeal')
    .select('id')
    .where((where) =>
      id === '' ? where('number', '=', typedNumber(typed) ?? '') : where('id', '=', id.replaceAll('\0', '')),
    )
    .where(accessible(ability, 'read', 'Appeal'))
    .executeTakeFirst()
  return other?.id
}

/**
 * Two appeals side by side, what they have in common, and what may be said of them now. The first one goes on where they are merged.
 * Throws NotFound, ForbiddenError.
 */
export async function getComparison(ctx: TenantContext, appealId: string, query: URLSearchParams) {
  const details = await getAppealDetails(ctx, appealId)
  authorize(ctx.ability, 'relate', 'Appeal', details.appeal)
  const typed = query.get('number') ?? ''
  const otherId = await findOther(ctx, query)
  const one = await sideOf(ctx, details)
  if (!otherId || otherId === appealId) return { typed, one, other: undefined }
  const otherDetails = await getAppealDetails(ctx, otherId)
  const other = await sideOf(ctx, otherDetails)
  const relation = await findRelation(ctx, appealId, otherId)
  const person = samePersonKeys(details.applicant, otherDetails.applicant)
  const likeness = likenessOf(
    { ...details.appeal, text: details.text },
    { ...otherDetails.appeal, text: otherDetails.text },
    person,
  )
  const isMerged = otherDetails.appeal.mergedInto === appealId
  return {
    typed,
    one,
    other,
    likeness,
    relation: relation && { kind: relation.kind, isFrom: relation.appealId === appealId },
    isMerged,
    canMerge: one.mergeable && other.mergeable,
    canUnmerge: isMerged && appealAllows('merge', details.appeal),
    canRepeat: details.appeal.receivedAt >= otherDetails.appeal.receivedAt,
    /** The day by which both are answered then. */
    dueOn: one.due.at <= other.due.at ? one.due.on : other.due.on,
  }
}

export type Comparison = Awaited<ReturnType<typeof getComparison>>
export type ComparedSide = Comparison['one']

async function sideOf(ctx: TenantContext, details: Awaited<ReturnType<typeof getAppealDetails>>) {
  const { appeal, text, applicant, assignments, agencies } = details
  const people = await listPeople(ctx, appeal.id)
  return {
    id: appeal.id,
    number: appeal.number ?? '',
    version: appeal.version,
    status: appeal.status,
    language: appeal.language,
    registeredOn: formatDay(appeal.registeredOn),
    due: { on: formatDay(appeal.dueOn), at: appeal.dueAt.getTime() },
    name: applicantName(applicant, ctx.t('appeals:applicant.unnamed')),
    people: people.length,
    place: placeText(appeal),
    text,
    mergeable:
      appealAllows('merge', appeal) &&
      !assignments.some((share) => share.status === 'answered' && answersPerson(share)),
    /** Bodies that have it now. */
    shares: assignments
      .filter(isLive)
      .map(({ id, agencyId, part }) => ({ id, agencyId, agency: agencies[agencyId] ?? '', part })),
  }
}
