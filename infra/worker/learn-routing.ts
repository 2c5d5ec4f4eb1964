import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { hasLearntRouting, learnRouting } from '#app/features/routing/public.server.ts'
import { described } from '#infra/server/log.ts'
import { loadRoutingTexts } from '#tenants/packs/load.ts'
import { actsByItself } from '#tenants/registry.ts'

/**
 * Once a night: every region learns anew from its closed appeals where such ones go. `onlyNew`: only those that have
 * learnt nothing yet, as a worker does when it begins.
 */
export async function learnInRegions(installation: Installation, log: Logger, onlyNew = false): Promise<void> {
  const samples = await loadRoutingTexts()
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      if (!onlyNew || !(await hasLearntRouting(ctx))) await learnRouting(ctx, samples)
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'where appeals go could not be learnt')
    } finally {
      await close()
    }
  }
}
