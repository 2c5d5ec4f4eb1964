import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'

/** The draft that waits for the signature of an agency's head. Throws NotFound where there is none. */
export async function getSubmittedDraft({ db }: TenantContext, appealId: string, agencyId: string) {
  const draft = await db
    .selectFrom('answerDraft')
    .select(['id', 'outcome', 'text', 'submittedBy'])
    .where('appealId', '=', appealId)
    .where('agencyId', '=', agencyId)
    .where('submittedAt', 'is not', null)
    .executeTakeFirst()
  const { outcome, submittedBy } = draft ?? {}
  if (!draft || !outcome || !submittedBy) throw new NotFound('AnswerDraft')
  return { ...draft, outcome, submittedBy }
}
