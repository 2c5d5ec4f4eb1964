import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { applyRetention } from '#app/features/retentions/public.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

/** Once a night, before files are swept: empties in each region what is over its term. */
export async function retainInRegions(installation: Installation, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      const emptied = await applyRetention(ctx)
      if (emptied.appeals + emptied.files > 0)
        log.info({ world: tenant.slug, ...emptied }, 'emptied what was over its term')
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'what is over its term could not be emptied')
    } finally {
      await close()
    }
  }
}
