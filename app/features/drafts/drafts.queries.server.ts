import { draftDays } from '#db/sql/retention.ts'
import { findSubmission } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { readAnswers } from './answers.schema.server.ts'
import type { Answers } from './questions.ts'

/** How long a draft is kept after its last answer, seconds. */
export const draftSeconds = draftDays * 24 * 3600

/** When a draft that was worked on `now` is forgotten. */
export const draftExpiry = (now: Date): Date => new Date(now.getTime() + draftSeconds * 1000)

/** An appeal that is being written. */
export interface Draft {
  readonly id: string
  readonly answers: Answers
  /** Grows with every answer. */
  readonly version: number
}

/** The draft of this id; undefined where there is none, or it is past its time. */
export async function findDraft(ctx: TenantContext, id: string | undefined): Promise<Draft | undefined> {
  if (id === undefined) return undefined
  const row = await ctx.db
    .selectFrom('appealDraft')
    .select(['id', 'answers', 'version'])
    .where('id', '=', id)
    .where('expiresAt', '>', ctx.clock.now())
    .executeTakeFirst()
  return row && { ...row, answers: readAnswers(row.answers) }
}

/** The appeal that a draft became. Told as long as a draft lives: a copied cookie must not outlive the browser's own. */
export function findSent(ctx: TenantContext, draftId: string): Promise<string | undefined> {
  return findSubmission(ctx, draftId, new Date(ctx.clock.now().getTime() - draftSeconds * 1000))
}
