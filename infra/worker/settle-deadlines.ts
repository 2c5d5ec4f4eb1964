import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { moveDeadlines } from '#app/features/appeals/public.server.ts'
import { reopenLastChange } from '#app/features/calendars/public.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

/** Once a night: passes the last change of every region's calendar once more, for what was filed while it was applied. */
export async function settleDeadlines(installation: Installation, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      const changeId = await reopenLastChange(ctx)
      if (changeId) await moveDeadlines(ctx, changeId)
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'due dates could not be settled')
    } finally {
      await close()
    }
  }
}
