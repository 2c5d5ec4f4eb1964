import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import type { Outcome } from '#db/schema/vocabulary.ts'

interface Words {
  readonly draftVersion: number
  readonly outcome: Outcome | null
  readonly text: string
}

/** A draft as it stands after it was saved. */
export interface SavedDraft {
  readonly id: string
  readonly version: number
  readonly editedAt: Date
}

/**
 * Writes an agency's draft for a locked appeal, inside the caller's transaction. The same words again are saved already.
 * Throws a Refusal that names who wrote meanwhile and when.
 */
export async function saveDraft(
  ctx: TenantContext,
  appealId: string,
  agencyId: string,
  words: Words,
): Promise<SavedDraft> {
  const { db, principal } = ctx
  if (principal.kind !== 'staff') throw new NotFound('StaffMember')
  const { outcome, text } = words
  const former = await db
    .selectFrom('answerDraft')
    .innerJoin('staffMember', 'staffMember.id', 'answerDraft.editedBy')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['answerDraft.id', 'answerDraft.version', 'answerDraft.outcome', 'answerDraft.text'])
    .select(['answerDraft.editedBy', 'answerDraft.editedAt', 'staffMember.fullName', 'regionProfile.timeZone'])
    .where('appealId', '=', appealId)
    .where('answerDraft.agencyId', '=', agencyId)
    .executeTakeFirst()
  if (former && former.text === text && former.outcome === outcome) return former
  if (former && former.version !== words.draftVersion)
    throw new Refusal('appeals:error.draftChanged', {
      who: former.fullName,
      when: formatMoment(former.editedAt, former.timeZone),
    })
  const saved = { id: former?.id ?? newId(), version: (former?.version ?? 0) + 1, editedAt: ctx.clock.now() }
  const row = { ...saved, outcome, text, editedBy: principal.id }
  if (former) await db.updateTable('answerDraft').set(row).where('id', '=', former.id).execute()
  else
    await db
      .insertInto('answerDraft')
      .values({ ...row, appealId, agencyId, submittedBy: null, submittedAt: null })
      .execute()
  // A draft saves itself every few seconds; what counts is who has a hand in it.
  if (former?.editedBy !== principal.id)
    await record(ctx, {
      event: 'appeal.answerDrafted',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['outcome', 'text'],
      refs: { draftId: saved.id, agencyId },
    })
  return saved
}
