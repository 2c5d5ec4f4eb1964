import type { TenantContext } from '#app/core/context.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/** Makes forms stale that were made before something happened beside a locked appeal; once, however often in one act. */
export async function touchAppeal({ db, clock }: TenantContext, { id, version }: AppealRow): Promise<void> {
  await db
    .updateTable('appeal')
    .set({ version: version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute()
}
