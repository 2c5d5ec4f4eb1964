import { districtOf } from '#app/features/districts/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AnswerChannel, LocaleCode } from '#db/schema/vocabulary.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { applicantColumns, applicantName, type Applicant } from './applicant.ts'
import { searchedWords } from './search.ts'

/** What is put right of an appeal's registration; what is left out stays. */
export interface Revision {
  readonly applicant?: Partial<Applicant>
  readonly language?: LocaleCode
  readonly answerChannels?: readonly AnswerChannel[]
}

/** A field that is otherwise now, with what stood there and what stands there. */
export interface RevisedField {
  readonly field: string
  readonly former: string | null
  readonly present: string | null
  /** A word of the person's, which erasure empties and the journal keeps a digest of. */
  readonly personal: boolean
}

/**
 * Puts an appeal's registration right, inside the caller's transaction on the locked appeal, and makes forms that are open
 * stale. What stood there before is handed back: whoever calls keeps it, for nothing is edited in silence.
 */
export async function reviseAppeal(
  ctx: TenantContext,
  appeal: AppealRow,
  { applicant = {}, language = appeal.language, answerChannels = appeal.answerChannels }: Revision,
): Promise<RevisedField[]> {
  const former = await ctx.db
    .selectFrom('applicant')
    .select(applicantColumns)
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const present = { ...former, ...applicant }
  const fields: RevisedField[] = [
    ...applicantColumns.map((field) => ({
      field,
      former: former[field],
      present: present[field],
      personal: field !== 'kind',
    })),
    { field: 'language', former: appeal.language, present: language, personal: false },
    {
      field: 'answerChannels',
      former: appeal.answerChannels.join(' '),
      present: answerChannels.join(' '),
      personal: false,
    },
  ]
  const revised = fields.filter((field) => field.former !== field.present)
  if (revised.length === 0) return []
  const { db } = ctx
  await db.updateTable('applicant').set(present).where('id', '=', appeal.applicantId).execute()
  const { text } = await db
    .selectFrom('appealText')
    .select('text')
    .where('appealId', '=', appeal.id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('appealText')
    .set({ folded: searchedWords(applicantName(present, ''), text) })
    .where('appealId', '=', appeal.id)
    .execute()
  const districtId = appeal.placeAddress ? appeal.districtId : await districtOf(ctx, present.address)
  await db
    .updateTable('appeal')
    .set({
      language,
      districtId,
      answerChannels: [...answerChannels],
      version: appeal.version + 1,
      updatedAt: ctx.clock.now(),
    })
    .where('id', '=', appeal.id)
    .execute()
  return revised
}
