import type { Selectable } from 'kysely'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { hoursWaited } from './translation.ts'

/** A request with what rules ask of its appeal. */
export interface TranslationRow extends Selectable<TenantTables['translationRequest']> {
  readonly agencyIds: string[]
  /** When the appeal was closed. */
  readonly appealClosedAt: Date | null
}

/**
 * One of an appeal's requests, held with the appeal until the transaction ends: two who finish it come one after the other,
 * and none comes after the end of the appeal. Throws NotFound.
 */
export async function lockTranslation(
  { db, ability }: TenantContext,
  appealId: string,
  id: string,
): Promise<TranslationRow> {
  const request = await db
    .selectFrom('translationRequest')
    .innerJoin('appeal', 'appeal.id', 'translationRequest.appealId')
    .selectAll('translationRequest')
    .select(['appeal.agencyIds', 'appeal.closedAt as appealClosedAt'])
    .where('translationRequest.id', '=', id)
    .where('translationRequest.appealId', '=', appealId)
    .where(accessible(ability, 'read', 'TranslationRequest'))
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw new NotFound('TranslationRequest')
  return request
}

/** Why a request cannot be worked on any more: who was faster and when, or that nobody needs it. */
export async function closedAlready({ db }: TenantContext, request: TranslationRow): Promise<Refusal> {
  if (!request.closedBy || !request.closedAt) return new Refusal('translations:error.notNeeded')
  const { fullName, timeZone } = await db
    .selectFrom('staffMember')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['staffMember.fullName', 'regionProfile.timeZone'])
    .where('staffMember.id', '=', request.closedBy)
    .executeTakeFirstOrThrow()
  return new Refusal('translations:error.closedMeanwhile', {
    who: fullName,
    when: formatMoment(request.closedAt, timeZone),
  })
}

/** Which languages, of what, and after how many hours: what unmet needs are counted by. */
export const factsOf = (request: TranslationRow, until: Date) => ({
  kind: request.kind,
  from: request.fromLanguage,
  to: request.toLanguage,
  hours: hoursWaited(request.askedAt, until),
})
