import { patched } from '#db/sql/json.ts'
import { removeDraftAttachments } from '#app/features/attachments/public.server.ts'
import { findCategory } from '#app/features/categories/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { answerSchemas, readAnswers } from './answers.schema.server.ts'
import { draftExpiry, type Draft } from './drafts.queries.server.ts'
import type { Answers, Question } from './questions.ts'

/** A draft with one answer more. */
export interface Answered {
  readonly draft: Draft
  /** The draft that was to be answered is gone, and this is a new one. */
  readonly isNew: boolean
}

/**
 * Keeps the answer to one question: in the draft of this id, or in a new one where it is gone, so that nothing typed is
 * lost. Other questions' answers are left alone, whatever another window does to them meanwhile.
 * Throws ZodError for an answer that cannot be taken, TooManyTries where too many drafts were begun.
 */
export async function answerQuestion(
  ctx: TenantContext,
  draftId: string | undefined,
  question: Question,
  typed: Readonly<Record<string, unknown>>,
  clientAddress: string,
): Promise<Answered> {
  authorize(ctx.ability, 'create', 'Appeal')
  const patch = await patchOf(ctx, question, typed)
  const draft = draftId === undefined ? undefined : await addAnswer(ctx, draftId, patch)
  if (draft) return { draft, isNew: false }
  await ctx.limits.count('draftByAddress', clientAddress)
  return { draft: await beginDraft(ctx, patch), isNew: true }
}

/** Throws the draft away with its files; one that is gone is no matter. */
export async function discardDraft(ctx: TenantContext, draftId: string): Promise<void> {
  await removeDraftAttachments(ctx, draftId, async ({ db }) => {
    const gone = await db.deleteFrom('appealDraft').where('id', '=', draftId).executeTakeFirst()
    return gone.numDeletedRows > 0n
  })
}

/** What an answer changes in the draft. */
async function patchOf(
  ctx: TenantContext,
  question: Question,
  typed: Readonly<Record<string, unknown>>,
): Promise<Answers> {
  // Who would rather be named is asked once more who they are.
  if (question === 'anonymous' && typed.choice === 'named') return { person: null, anonymous: null }
  const answer = await answerSchemas[question].parseAsync(typed)
  // Somebody who says anew who they are has not agreed to stay unnamed yet.
  if (question === 'person') return { person: answer as Answers['person'], anonymous: null }
  const about = question === 'intent' && typeof typed.about === 'string' && (await findCategory(ctx, typed.about))
  return { [question]: answer, ...(about ? { topic: { category: about.slug } } : {}) }
}

async function addAnswer(ctx: TenantContext, id: string, patch: Answers): Promise<Draft | undefined> {
  const now = ctx.clock.now()
  const row = await inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('appealDraft')
      .set((update) => ({
        answers: patched('answers', patch),
        version: update('version', '+', 1),
        updatedAt: now,
        expiresAt: draftExpiry(now),
      }))
      .where('id', '=', id)
      .where('expiresAt', '>', now)
      .returning(['id', 'answers', 'version'])
      .executeTakeFirst(),
  )
  return row && { ...row, answers: readAnswers(row.answers) }
}

async function beginDraft(ctx: TenantContext, patch: Answers): Promise<Draft> {
  const [id, now] = [newId(), ctx.clock.now()]
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .insertInto('appealDraft')
      .values({
        id,
        answers: JSON.stringify(patch),
        version: 1,
        createdAt: now,
        updatedAt: now,
        expiresAt: draftExpiry(now),
      })
      .execute(),
  )
  return { id, answers: readAnswers(patch), version: 1 }
}
