import type { ControlDb, TenantDb } from '#db/connect.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { Installation } from '#app/contexts.server.ts'
import { systemClock } from '#app/core/clock.ts'
import type { FileStore } from '#app/core/files.ts'
import { draftSeconds } from '#app/features/drafts/drafts.queries.server.ts'
import { cutsOf, listTerms } from '#app/features/retentions/public.server.ts'
import { endDays } from '#app/features/visits/public.server.ts'
import { fixedTerms } from '#db/schema/retention.ts'
import { actsByItself, type Tenant } from '#tenants/registry.ts'

const day = 86_400_000

/** Once a night: deletes what its table's retention says is over. The journal is never among it. */
export async function tidy(installation: Installation, failed: (world: string, error: unknown) => void): Promise<void> {
  const { database, registry, filesOf } = installation
  const now = systemClock.now().getTime()
  const monthAgo = new Date(now - 30 * day)
  const over = (table: keyof typeof fixedTerms) => new Date(now - fixedTerms[table] * day)

  async function tidyCore(core: TenantDb | ControlDb) {
    const db = coreTablesOf(core)
    await db.deleteFrom('outbox').where('relayedAt', '<', monthAgo).execute()
    // Of a reset, an invitation or a device nothing is left to tell; an appeal's notices stay with it.
    await db
      .deleteFrom('notice')
      .where('subjectKind', 'in', ['authVerification', 'invitation', 'device'])
      .where('createdAt', '<', monthAgo)
      .execute()
    // The queue gives up after four days and says so; what a killed last try left says nothing, and is looked at no more.
    await db
      .updateTable('notice')
      .set({ state: 'failed', failure: 'given up' })
      .where('state', '=', 'pending')
      .where('createdAt', '<', new Date(now - 7 * day))
      .where((notice) => notice.or([notice('triedAt', 'is', null), notice('triedAt', '<', new Date(now - 2 * day))]))
      .execute()
    await db.deleteFrom('authSession').where('expiresAt', '<', new Date(now)).execute()
    await db
      .deleteFrom('authVerification')
      .where('expiresAt', '<', new Date(now - day))
      .execute()
    await db.deleteFrom('authChallenge').where('expiresAt', '<', new Date(now)).execute()
    await db.deleteFrom('authRecoveryCode').where('usedAt', '<', over('auth_recovery_code')).execute()
    const lastDay = over('auth_device').toISOString().slice(0, 10)
    await db.deleteFrom('authDevice').where('lastSeenOn', '<', lastDay).execute()
    // Keys that were shown and never confirmed.
    await db
      .deleteFrom('authSecondFactor')
      .where('confirmedAt', 'is', null)
      .where('updatedAt', '<', new Date(now - day))
      .execute()
  }

  /** What goes after as many days as the region says. */
  async function tidyChosen(tenant: Tenant) {
    const { ctx, close } = installation.tenantJob(tenant)
    const cuts = await listTerms(ctx)
      .then((terms) => cutsOf(terms, new Date(now)))
      .finally(close)
    const [changes, imports] = [cuts.get('changes'), cuts.get('imports')]
    await database.withTenant(tenant, async (db) => {
      if (changes) await db.deleteFrom('adminChange').where('madeAt', '<', changes).execute()
      if (imports) await db.deleteFrom('registerRow').where('createdAt', '<', imports).execute()
    })
  }

  /** Who came to a hall long ago and what was noted there; then desks and tickets that nobody ended on their day. */
  async function tidyHalls(tenant: Tenant) {
    await database.withTenant(tenant, async (db) => {
      await db
        .updateTable('visit')
        .set({ fullName: null, phone: null })
        .where('openedAt', '<', over('visit'))
        .where((visit) => visit.or([visit('fullName', 'is not', null), visit('phone', 'is not', null)]))
        .execute()
      await db
        .updateTable('consultation')
        .set({ note: '' })
        .where('createdAt', '<', over('consultation'))
        .where('note', '!=', '')
        .execute()
    })
    const { ctx, close } = installation.tenantJob(tenant)
    await endDays(ctx).finally(close)
  }

  /** Drafts that nobody has gone on with, and the rows of their files: the files themselves go with the next sweep. */
  async function tidyDrafts(db: TenantDb) {
    const drafts = await db.deleteFrom('appealDraft').where('expiresAt', '<', new Date(now)).returning('id').execute()
    if (drafts.length === 0) return
    const ids = drafts.map(({ id }) => id)
    await db.deleteFrom('attachment').where('draftId', 'in', ids).execute()
  }

  /**
   * Rows of files whose draft is gone, or that were chosen for an addition which nobody sent: they live no longer than a
   * draft does. Then the files: one without a row is removed by the next sweep at last.
   */
  async function tidyFiles(tenant: Tenant, files: FileStore) {
    await database.withTenant(tenant, (db) =>
      db
        .deleteFrom('attachment')
        .where('draftId', 'is not', null)
        .where('createdAt', '<', new Date(now - draftSeconds * 1000))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('appealDraft').select('appealDraft.id').whereRef('appealDraft.id', '=', 'attachment.draftId'),
            ),
          ),
        )
        .execute(),
    )
    await files.sweep(new Date(now - day), (ids) =>
      database.withTenant(tenant, async (db) => {
        const rows = await db
          .selectFrom('attachment')
          .select('id')
          .where('id', 'in', [...ids])
          // What was removed or erased has a row, and no claim to its file.
          .where('state', '=', 'kept')
          .execute()
        const letters = await db
          .selectFrom('answerLetter')
          .select('id')
          .where('id', 'in', [...ids])
          .where('state', '!=', 'erased')
          .execute()
        const emblems = await db
          .selectFrom('emblem')
          .select('id')
          .where('id', 'in', [...ids])
          .execute()
        const takeouts = await db
          .selectFrom('takeout')
          .select('id')
          .where('id', 'in', [...ids])
          .where('state', 'in', ['working', 'ready'])
          .execute()
        return new Set([...rows, ...letters, ...emblems, ...takeouts].map(({ id }) => id))
      }),
    )
  }

  const control = database.withControl(async (db) => {
    await tidyCore(db)
    await db.deleteFrom('smsSegment').where('createdAt', '<', monthAgo).execute()
    await db.deleteFrom('rateLimit').where('expire', '<', String(now)).execute()
  })
  await control.catch((error: unknown) => failed('', error))
  for (const tenant of await registry.all()) {
    if (!actsByItself(tenant)) continue
    const tidied = database.withTenant(tenant, async (db) => {
      await tidyCore(db)
      await db.deleteFrom('invitation').where('expiresAt', '<', over('invitation')).execute()
      await tidyDrafts(db)
      await db
        .updateTable('takeout')
        .set({ state: 'expired', updatedAt: new Date(now) })
        .where('state', '=', 'ready')
        .where('expiresAt', '<', new Date(now))
        .execute()
      await db.deleteFrom('appealPresence').where('seenAt', '<', over('appeal_presence')).execute()
    })
    await tidied.catch((error: unknown) => failed(tenant.slug, error))
    await tidyChosen(tenant).catch((error: unknown) => failed(tenant.slug, error))
    await tidyHalls(tenant).catch((error: unknown) => failed(tenant.slug, error))
    await tidyFiles(tenant, filesOf(tenant.schema)).catch((error: unknown) => failed(tenant.slug, error))
  }
}
