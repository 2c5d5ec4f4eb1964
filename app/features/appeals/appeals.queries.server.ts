import type { Selectable } from 'kysely'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { applicantColumns } from './applicant.ts'
import { clockActsOf } from './clock-acts.queries.server.ts'
import { versionSeenBy } from './share.ts'
import { getShares, type ShareRow } from './shares.queries.server.ts'

export type AppealRow = Selectable<TenantTables['appeal']>

/**
 * The appeal itself, for who may `read` it or, where `action` says so, `follow` it; `lock` holds it against others until the
 * transaction ends. Throws NotFound for a stranger's.
 */
export async function getAppeal(
  { db, ability }: TenantContext,
  id: string,
  { lock = false, action = 'read' }: { lock?: boolean; action?: 'read' | 'follow' } = {},
): Promise<AppealRow> {
  const appeal = await db
    .selectFrom('appeal')
    .selectAll()
    .where('id', '=', id)
    .where(accessible(ability, action, 'Appeal'))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!appeal) throw new NotFound('Appeal')
  return appeal
}

/** A body's own share among all of an appeal. */
interface Own {
  readonly id: string
  readonly shares: readonly ShareRow[]
}

/**
 * Throws a Refusal that names who was faster and when, or says that the person or a body's link was, unless the form was
 * made from this very version. A body's form (`own`) does not grow old by what other bodies do with their shares.
 */
export async function mustBeFresh(ctx: TenantContext, appeal: AppealRow, version: number, own?: Own): Promise<void> {
  if ((own ? versionSeenBy(appeal, own.shares, own.id) : appeal.version) === version) return
  const shareIds = own ? [own.id] : (await getShares(ctx, appeal.id)).map(({ id }) => id)
  const acts = await ctx.db
    .selectFrom('journal')
    .leftJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['journal.event', 'journal.refs', 'journal.occurredAt', 'staffMember.fullName', 'regionProfile.timeZone'])
    .where('journal.subjectId', 'in', [appeal.id, ...shareIds])
    .orderBy('journal.id', 'desc')
    .limit(50)
    .execute()
  const last = acts.find(({ refs }) => !own || refs.assignmentId === undefined || refs.assignmentId === own.id)
  const when = last ? formatMoment(last.occurredAt, last.timeZone) : ''
  if (last?.fullName) throw new Refusal('appeals:error.changedMeanwhile', { who: last.fullName, when })
  const byLink = last?.refs.linkId !== undefined
  throw new Refusal(byLink ? 'appeals:error.changedByBody' : 'appeals:error.changedByPerson', { when })
}

/** Everything the pages show of one appeal to who may `read` or `follow` it. Throws NotFound. */
export async function getAppealDetails(ctx: TenantContext, id: string, action: 'read' | 'follow' = 'read') {
  const appeal = await getAppeal(ctx, id, { action })
  const { db } = ctx
  const { text } = await db.selectFrom('appealText').select('text').where('appealId', '=', id).executeTakeFirstOrThrow()
  const applicant = await db
    .selectFrom('applicant')
    .select(applicantColumns)
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const assignments = await getShares(ctx, id)
  const answers = await db
    .selectFrom('answer')
    .leftJoin('staffMember', 'staffMember.id', 'answer.authorId')
    .select(['answer.id', 'answer.text', 'answer.outcome', 'answer.answeredAt', 'answer.assignmentId'])
    .select([
      'staffMember.fullName',
      'answer.signerName',
      'answer.signerPost',
      'answer.signatureMethod',
      'answer.contentHash',
    ])
    .where('answer.appealId', '=', id)
    .orderBy('answer.id')
    .execute()
  const erasure = await db
    .selectFrom('erasure')
    .select('erasedAt')
    .where('applicantId', '=', appeal.applicantId)
    .executeTakeFirst()
  const agencies = await agencyNames(ctx, [...new Set(assignments.map((assignment) => assignment.agencyId))])
  const clockActs = await clockActsOf(ctx, id)
  return { appeal, clockActs, text, applicant, assignments, answers, agencies, erased: erasure !== undefined }
}
