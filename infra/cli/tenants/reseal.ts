import { resealSecrets } from '#app/core/region-secrets.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Command } from './command.ts'

export const reseal: Command = {
  name: 'reseal',
  summary: 'Seals what regions entrust to us under the first key of SECRETS_KEYS; afterwards the older keys may go.',
  usage: '',
  takes: [],
  options: {},
  run: async ({ installation }) => {
    const regions: { slug: string; resealed: number; lost: number }[] = []
    for (const tenant of await installation.registry.all()) {
      const { ctx, close } = installation.tenantJob(tenant)
      // A region at a time: what is done stays done, and a second run goes on from there.
      const done = await inTransaction(ctx, resealSecrets).finally(close)
      if (done.resealed + done.lost > 0) regions.push({ slug: tenant.slug, ...done })
    }
    const sum = (of: 'resealed' | 'lost') => regions.reduce((all, region) => all + region[of], 0)
    return {
      lines: [
        `sealed anew: ${sum('resealed')}`,
        ...regions
          .filter(({ lost }) => lost > 0)
          .map(
            ({ slug, lost }) =>
              `! ${slug}: ${lost} cannot be opened by any key here; its administrator types them in again`,
          ),
      ],
      json: { regions },
      failed: sum('lost') > 0,
    }
  },
}
