import type { Selectable } from 'kysely'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { applicantColumns } from './applicant.ts'

export type AppealRow = Selectable<TenantTables['appeal']>

/** The appeal itself; `lock` holds it against others until the transaction ends. Throws NotFound for a stranger's. */
export async function getAppeal(
  { db, ability }: TenantContext,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<AppealRow> {
  const appeal = await db
    .selectFrom('appeal')
    .selectAll()
    .where('id', '=', id)
    .where(accessible(ability, 'read', 'Appeal'))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!appeal) throw new NotFound('Appeal')
  return appeal
}

/**
 * Throws a Refusal that names who was faster and when, or says that the person themself was, unless the form was made from
 * this very version.
 */
export async function mustBeFresh(ctx: TenantContext, appeal: AppealRow, version: number): Promise<void> {
  if (appeal.version === version) return
  const last = await ctx.db
    .selectFrom('journal')
    .leftJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['journal.occurredAt', 'staffMember.fullName', 'regionProfile.timeZone'])
    .where('journal.subjectId', '=', appeal.id)
    .orderBy('journal.id', 'desc')
    .executeTakeFirst()
  const when = last ? formatMoment(last.occurredAt, last.timeZone) : ''
  if (!last?.fullName) throw new Refusal('appeals:error.changedByPerson', { when })
  throw new Refusal('appeals:error.changedMeanwhile', { who: last.fullName, when })
}

/** A staff member's own agency's share of an appeal. Throws NotFound where there is none now. */
export async function getOwnShare({ db, principal }: TenantContext, appealId: string) {
  if (principal.kind !== 'staff' || !principal.agencyId) throw new NotFound('StaffMember')
  const share = await db
    .selectFrom('assignment')
    .select(['id', 'kind', 'agencyId', 'dueAt'])
    .where('appealId', '=', appealId)
    .where('agencyId', '=', principal.agencyId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (!share) throw new NotFound('Assignment')
  return share
}

/** Everything the pages show of one appeal. */
export async function getAppealDetails(ctx: TenantContext, id: string) {
  const appeal = await getAppeal(ctx, id)
  const { db } = ctx
  const { text } = await db.selectFrom('appealText').select('text').where('appealId', '=', id).executeTakeFirstOrThrow()
  const applicant = await db
    .selectFrom('applicant')
    .select(applicantColumns)
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const assignments = await db
    .selectFrom('assignment')
    .select(['id', 'kind', 'agencyId', 'assignedAt', 'dueOn', 'dueAt', 'answeredAt', 'withdrawnAt'])
    .where('appealId', '=', id)
    .orderBy('id')
    .execute()
  const answer = await db
    .selectFrom('answer')
    .innerJoin('staffMember', 'staffMember.id', 'answer.authorId')
    .select(['answer.text', 'answer.outcome', 'answer.answeredAt', 'answer.assignmentId', 'staffMember.fullName'])
    .select(['answer.signerName', 'answer.signerPost', 'answer.contentHash'])
    .where('answer.appealId', '=', id)
    .executeTakeFirst()
  const erasure = await db
    .selectFrom('erasure')
    .select('erasedAt')
    .where('applicantId', '=', appeal.applicantId)
    .executeTakeFirst()
  const agencies = await agencyNames(ctx, [...new Set(assignments.map((assignment) => assignment.agencyId))])
  return { appeal, text, applicant, assignments, answer, agencies, erased: erasure !== undefined }
}
