import type { Installation } from '#app/contexts.server.ts'
import { scanReaction } from '#app/jobs.server.ts'
import type { Scan } from '#app/integrations/antivirus/clamd.server.ts'
import { actsByItself } from '#tenants/registry.ts'

/** A job: a file of a region waits for the scanner. */
export interface ScanJob {
  readonly region: string
  readonly attachmentId: string
}

/** How old a file is that the hourly round takes: younger ones come by their own event. Milliseconds. */
const overlooked = 600_000
const mostARound = 500

/** Files to the scanner. Without one nothing is put into the queue, and what waits is taken when there is one. */
export function openScanning(
  { registry, tenantJob }: Installation,
  scan: Scan | undefined,
  addJob: (job: ScanJob) => Promise<unknown>,
) {
  return {
    enqueue: async (region: string, attachmentId: string): Promise<void> => {
      if (scan) await addJob({ region, attachmentId })
    },
    scan: async ({ region, attachmentId }: ScanJob): Promise<void> => {
      const tenant = await registry.bySlug(region)
      if (!tenant || !scan) return
      const job = tenantJob(tenant)
      await scanReaction.scan(job.ctx, attachmentId, scan).finally(job.close)
    },
    /** Takes up what no event brings any more: files from before there was a scanner, and those it was away for too long. */
    enqueueWaiting: async (): Promise<void> => {
      if (!scan) return
      for (const tenant of await registry.all()) {
        if (!actsByItself(tenant)) continue
        const job = tenantJob(tenant)
        const before = new Date(Date.now() - overlooked)
        const ids = await scanReaction.waiting(job.ctx, before, mostARound).finally(job.close)
        for (const attachmentId of ids) await addJob({ region: tenant.slug, attachmentId })
      }
    },
  }
}
