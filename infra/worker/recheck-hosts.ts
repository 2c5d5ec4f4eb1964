import type { Logger } from 'pino'
import type { Installation } from '#app/contexts.server.ts'
import { listDue } from '#app/features/domains/public.server.ts'
import type { Names } from '#app/integrations/names/names.server.ts'
import { settleHost } from '#app/settle-host.server.ts'
import { described } from '#infra/server/log.ts'
import { actsByItself } from '#tenants/registry.ts'

const day = 86_400_000

/** Every night: looks at regions' own hosts, at those that lead here once a week, at those that do not every time. */
export async function recheckHosts(installation: Installation, names: Names, log: Logger): Promise<void> {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const [{ ctx, close }, platform] = [installation.tenantJob(tenant), installation.platformJob()]
    try {
      const now = ctx.clock.now().getTime()
      for (const { id } of await listDue(ctx, new Date(now - 6.5 * day), new Date(now - 0.5 * day)))
        await settleHost(ctx, platform.ctx, { names }, id)
    } catch (error) {
      log.error({ world: tenant.slug, ...described(error) }, 'hosts could not be looked at')
    } finally {
      await close()
      await platform.close()
    }
  }
}
