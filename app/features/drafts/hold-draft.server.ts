import type { TenantContext } from '#app/core/context.ts'
import { draftExpiry } from './drafts.queries.server.ts'

/**
 * Locks a draft for files that come or go in the caller's transaction. Its version grows: what is sent is what was looked
 * at, files too. False where the draft is gone.
 */
export async function holdDraft({ db, clock }: TenantContext, id: string): Promise<boolean> {
  const now = clock.now()
  const held = await db
    .updateTable('appealDraft')
    .set((update) => ({ version: update('version', '+', 1), updatedAt: now, expiresAt: draftExpiry(now) }))
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return held.numUpdatedRows > 0n
}
