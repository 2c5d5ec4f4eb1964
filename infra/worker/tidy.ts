import type { ControlDb, TenantDb } from '#db/connect.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { Installation } from '#app/contexts.server.ts'

const day = 86_400_000

/** Once a night: deletes what its table's retention says is over. The journal is never among it. */
export async function tidy(
  { database, registry }: Installation,
  failed: (world: string, error: unknown) => void,
): Promise<void> {
  const now = Date.now()
  const monthAgo = new Date(now - 30 * day)

  async function tidyCore(core: TenantDb | ControlDb) {
    const db = coreTablesOf(core)
    await db.deleteFrom('outbox').where('relayedAt', '<', monthAgo).execute()
    // Of a reset or an invitation nothing is left to tell; an appeal's notices stay with it.
    await db
      .deleteFrom('notice')
      .where('subjectKind', 'in', ['authVerification', 'invitation'])
      .where('createdAt', '<', monthAgo)
      .execute()
    await db.deleteFrom('authSession').where('expiresAt', '<', new Date(now)).execute()
    await db
      .deleteFrom('authVerification')
      .where('expiresAt', '<', new Date(now - day))
      .execute()
  }

  const control = database.withControl(async (db) => {
    await tidyCore(db)
    await db.deleteFrom('rateLimit').where('expire', '<', String(now)).execute()
  })
  await control.catch((error: unknown) => failed('', error))
  for (const tenant of await registry.all()) {
    if (tenant.status === 'archived') continue
    const tidied = database.withTenant(tenant, async (db) => {
      await tidyCore(db)
      await db.deleteFrom('invitation').where('expiresAt', '<', monthAgo).execute()
      await db
        .deleteFrom('adminChange')
        .where('madeAt', '<', new Date(now - 90 * day))
        .execute()
    })
    await tidied.catch((error: unknown) => failed(tenant.slug, error))
  }
}
