import type { Installation } from '#app/contexts.server.ts'
import { NotTaken } from '#app/core/errors.ts'
import { keepReceipt, keepSegments, noteReceipt, type Post } from '#app/features/notices/public.server.ts'
import { openSms } from '#app/integrations/sms/open.server.ts'

interface SmsSettings {
  readonly SMS_URL?: string
  readonly SMS_FROM: string
}

/** Sends SMS and hears what becomes of them, in all worlds alike: the gateway is the installation's. */
export interface SmsPost {
  /** In the name of a region (its slug) or of the platform (`''`). */
  send(world: string, ...message: Parameters<Post['sms']>): ReturnType<Post['sms']>
  close(): Promise<void>
}

/** The gateway that the settings name. Without one every SMS waits for it, and fails after the last try. */
export function openSmsPost({ platformJob, tenantJob, registry }: Installation, settings: SmsSettings): SmsPost {
  const asPlatform = async <T>(work: (ctx: ReturnType<typeof platformJob>['ctx']) => Promise<T>): Promise<T> => {
    const job = platformJob()
    return work(job.ctx).finally(job.close)
  }

  async function hear(receipt: Parameters<typeof keepReceipt>[1]): Promise<void> {
    const settled = await asPlatform((ctx) => keepReceipt(ctx, receipt))
    if (!settled) return
    const tenant = settled.world === '' ? undefined : await registry.bySlug(settled.world)
    const job = settled.world === '' ? platformJob() : tenant && tenantJob(tenant)
    if (job) await noteReceipt(job.ctx, settled.noticeId, settled.state).finally(job.close)
  }

  const gateway = settings.SMS_URL === undefined ? undefined : openSms(settings.SMS_URL, settings.SMS_FROM, hear)
  return {
    send: async (world, sms, { id, again }) => {
      if (!gateway) throw new NotTaken('The SMS gateway', 'none is set')
      const reply = await gateway.send(sms, { reference: id, again })
      if (!reply.taken) return 'undeliverable'
      if (reply.ids.length === 0) return 'sent'
      const settled = await asPlatform((ctx) => keepSegments(ctx, { world, noticeId: id }, reply.ids))
      return settled === undefined ? 'sent' : settled === 'delivered' ? 'delivered' : 'undeliverable'
    },
    close: async () => gateway?.close(),
  }
}
