import type { Letter } from '#app/core/letter.ts'
import { tenantReactions } from '#app/jobs.server.ts'
import type { Event } from '#app/features/notices/public.server.ts'
import type { TestProduct, TestRegion } from './product.ts'

/**
 * Does what follows from what has happened to these subjects so far, as the worker would; the mails that went out by that, by
 * whom they went to. What was told before is not told again.
 */
export async function deliveredMails(
  region: TestRegion,
  { database }: TestProduct,
  subjectIds: readonly string[],
): Promise<Map<string, Letter[]>> {
  const mails = new Map<string, Letter[]>()
  const events = await database.rows<Event>(
    `select id, event, subject_kind as "subjectKind", subject_id as "subjectId", refs
      from t_${region.tenant.slug}.outbox where subject_id = any($1) order by id`,
    [subjectIds],
  )
  const post = {
    lastTry: false,
    sms: async () => 'sent' as const,
    mail: async (letter: Letter) => {
      mails.set(letter.to, [...(mails.get(letter.to) ?? []), letter])
      return 'sent' as const
    },
  }
  for (const event of events) {
    const react = tenantReactions[event.event]
    if (react) await region.as({ kind: 'system' }, (ctx) => react(ctx, event, post))
  }
  return mails
}
