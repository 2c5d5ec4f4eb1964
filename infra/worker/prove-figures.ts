import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { replayFigures } from '#app/features/oversight/public.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

/** Once a night: holds the national figures of every region against its journal, mends them and tells the operator. */
export async function proveFigures(installation: Installation, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    try {
      const { differences } = await replayFigures(ctx, installation.database.withNational)
      if (differences.length > 0) log.error({ world: tenant.slug, differences }, 'figures were wrong and are mended')
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'figures could not be proved')
    } finally {
      await close()
    }
  }
}
