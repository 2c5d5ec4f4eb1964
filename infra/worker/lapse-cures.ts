import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { lapseCures as lapseInRegion } from '#app/features/cures/public.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

/** Every ten minutes: notes in each region what was asked for and not brought in time. */
export async function lapseCures(installation: Installation, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      while ((await lapseInRegion(ctx)) > 0);
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'cures that are over could not be noted')
    } finally {
      await close()
    }
  }
}
