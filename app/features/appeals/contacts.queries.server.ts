import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal } from './appeals.queries.server.ts'

/** The page on which contacts are corrected; not `open` where they cannot be now. Throws NotFound, ForbiddenError. */
export async function getContacts(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  authorize(ctx.ability, 'correct', 'Appeal', appeal)
  const { kind, ...contacts } = await ctx.db
    .selectFrom('applicant')
    .select(['kind', 'address', 'email', 'phone'])
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  return {
    id: appealId,
    number: appeal.number ?? '',
    version: appeal.version,
    open: appealAllows('correct', appeal) && kind !== 'anonymous',
    ...contacts,
  }
}

export type Contacts = Awaited<ReturnType<typeof getContacts>>
