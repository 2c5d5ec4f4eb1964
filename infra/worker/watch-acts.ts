import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { watchNotices } from '#app/features/acts/public.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

/** Every morning: looks in each region for signed acts that nobody was told of in time. */
export async function watchActs(installation: Installation, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      await watchNotices(ctx)
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'notices of acts could not be looked through')
    } finally {
      await close()
    }
  }
}
