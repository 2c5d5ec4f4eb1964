import { patched } from '#db/sql/json.ts'
import { mostNamed, type NameCosigner } from '#app/features/cosigners/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { readAnswers } from './answers.schema.server.ts'
import { draftExpiry } from './drafts.queries.server.ts'

type People = readonly NameCosigner[]

/** Names one more person who signs the appeal that is written. Throws NotFound where the draft is gone, Refusal for too many. */
export const addNamed = (ctx: TenantContext, draftId: string, person: NameCosigner): Promise<void> =>
  change(ctx, draftId, (people) => {
    if (people.length >= mostNamed) throw new Refusal('cosigners:error.tooManyNamed', { most: mostNamed })
    return [...people, person]
  })

/** Takes the one in this place off the list again; nothing where there is none. Throws NotFound where the draft is gone. */
export const removeNamed = (ctx: TenantContext, draftId: string, at: number): Promise<void> =>
  change(ctx, draftId, (people) => people.filter((_person, place) => place !== at))

/** Under a lock: two windows lose nobody. */
function change(ctx: TenantContext, id: string, by: (people: People) => People): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    const draft = await ctx.db
      .selectFrom('appealDraft')
      .select(['answers', 'version'])
      .where('id', '=', id)
      .where('expiresAt', '>', now)
      .forUpdate()
      .executeTakeFirst()
    if (!draft) throw new NotFound('Draft')
    const people = by(readAnswers(draft.answers).cosigners?.people ?? [])
    await ctx.db
      .updateTable('appealDraft')
      .set({
        answers: patched('answers', { cosigners: { people } }),
        version: draft.version + 1,
        updatedAt: now,
        expiresAt: draftExpiry(now),
      })
      .where('id', '=', id)
      .execute()
  })
}
