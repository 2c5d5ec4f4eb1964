import { listHalls } from '#app/features/halls/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AnswerChannel } from '#db/schema/vocabulary.ts'

/** How an answer can come in this region: by SMS where the installation has a gateway, in a hall where there is one. */
export async function servedChannels(ctx: TenantContext): Promise<AnswerChannel[]> {
  const halls = await listHalls(ctx)
  return ['mail', ...(ctx.hasSms ? (['sms'] as const) : []), 'post', ...(halls.length > 0 ? (['hall'] as const) : [])]
}
