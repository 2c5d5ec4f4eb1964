import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { learnWords } from '#app/features/worklists/public.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

/** Once a night: learns in every region what words people use there, for searches with a typo in them. */
export async function learnAllWords(installation: Installation, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      await learnWords(ctx)
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'words could not be learnt')
    } finally {
      await close()
    }
  }
}
