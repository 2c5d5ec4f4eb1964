import { listAttachments, type Attachment } from '#app/features/attachments/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'

/** Something that was added to an appeal after it was filed. */
export interface Addition {
  readonly id: string
  readonly at: Date
  readonly when: string
  readonly text: string
  readonly files: readonly Attachment[]
}

/** What came with an appeal and after it, for who was shown the appeal already. */
export async function getAdditions(ctx: TenantContext, appealId: string, timeZone: string) {
  const attachments = await listAttachments(ctx, { appealId })
  const rows = await ctx.db
    .selectFrom('appealInformation')
    .select(['id', 'text', 'createdAt'])
    .where('appealId', '=', appealId)
    .orderBy('id')
    .execute()
  const withdrawal = await ctx.db
    .selectFrom('appealWithdrawal')
    .select(['reason', 'createdAt'])
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  const additions: Addition[] = rows.map(({ id, text, createdAt }) => ({
    id,
    at: createdAt,
    when: formatMoment(createdAt, timeZone),
    text,
    files: attachments.filter(({ informationId }) => informationId === id),
  }))
  return {
    files: attachments.filter(({ informationId, answerId }) => informationId === null && answerId === null),
    additions,
    withdrawal,
    /** What a body's answer brought along. */
    filesOfAnswer: (id: string) => attachments.filter(({ answerId }) => answerId === id),
  }
}
