import type { TenantContext } from '#app/core/context.ts'
import { noSeeAsCookie } from '#app/core/http/see-as.server.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** Ends looking at the pages of another role: the Set-Cookie for it, and which role it was; undefined where it was none. */
export async function endSeeing(ctx: TenantContext): Promise<{ cookie: string; role: string | undefined }> {
  const role = ctx.seeing?.principal.roles[0]
  if (role) {
    await inTransaction(ctx, (ctx) => record(ctx, { event: 'role.seeingEnded', subjectKind: 'role', subjectId: role }))
  }
  return { cookie: await noSeeAsCookie(ctx), role }
}
