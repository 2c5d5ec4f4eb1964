// npm run national:replay: empties the national figures of every region and makes them again from its journal.
import path from 'node:path'
import { workerEnv } from '#app/core/env.server.ts'
import { openInstallation } from '#app/contexts.server.ts'
import { replayFigures } from '#app/features/oversight/public.server.ts'
import { actsByItself } from '#tenants/registry.ts'
import { demoEnvironment } from '#infra/up/embedded-urls.ts'

const demo = process.env.DATABASE_URL ? {} : demoEnvironment(path.resolve(process.env.DATA_DIR || '.data'))
const installation = openInstallation(workerEnv({ ...process.env, ...demo }), 'bir-tereze-replay')
try {
  for (const tenant of await installation.registry.all()) {
    if (!actsByItself(tenant)) continue
    const { ctx, close } = installation.tenantJob(tenant)
    const { events } = await replayFigures(ctx, installation.database.withNational, { fromNothing: true }).finally(
      close,
    )
    console.log(`${tenant.slug}: ${events} events`)
  }
} finally {
  await installation.close()
}
