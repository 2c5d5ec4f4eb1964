import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'

/** The draft of the asker's own agency, and why a head returned it last; undefined where there is none yet. */
export async function getOwnDraft({ db, principal }: TenantContext, appealId: string, timeZone: string) {
  if (principal.kind !== 'staff' || !principal.agencyId) return undefined
  const draft = await db
    .selectFrom('answerDraft')
    .innerJoin('staffMember as editor', 'editor.id', 'answerDraft.editedBy')
    .select(['answerDraft.version', 'answerDraft.outcome', 'answerDraft.text', 'answerDraft.editedAt'])
    .select(['answerDraft.submittedAt', 'editor.fullName as editedBy'])
    .where('answerDraft.appealId', '=', appealId)
    .where('answerDraft.agencyId', '=', principal.agencyId)
    .executeTakeFirst()
  if (!draft) return undefined
  const returned = await db
    .selectFrom('appealNote')
    .innerJoin('staffMember', 'staffMember.id', 'appealNote.authorId')
    .select(['appealNote.text as reason', 'staffMember.fullName as by', 'appealNote.createdAt'])
    .where('appealId', '=', appealId)
    .where('kind', '=', 'returned')
    .where('staffMember.agencyId', '=', principal.agencyId)
    .orderBy('appealNote.id', 'desc')
    .executeTakeFirst()
  const { editedAt, submittedAt, ...words } = draft
  return {
    ...words,
    editedAt: formatMoment(editedAt, timeZone),
    returned: submittedAt === null && returned && { ...returned, at: formatMoment(returned.createdAt, timeZone) },
  }
}
