import { authorize } from '#app/core/access/authorize.ts'
import { isVariedRole } from '#app/core/access/permissions.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { seeAsCookie } from '#app/core/http/see-as.server.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { SeeAsRole } from './roles.schema.ts'
import { worksForAgency } from './seeing.server.ts'

/**
 * Lets the asker's session look at the pages of a role, and writes down that it did. The Set-Cookie for it. Throws
 * ForbiddenError, NotFound for a role that no region has, InvalidInput where the agency is missing.
 */
export async function seeAsRole(ctx: TenantContext, role: string, input: SeeAsRole): Promise<string> {
  const agencyId = isVariedRole(role) && worksForAgency(role) ? input.agencyId : null
  await inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Role')
    if (!isVariedRole(role)) throw new NotFound('Role')
    if (worksForAgency(role)) await mustBeAgency(ctx, agencyId)
    const refs: Record<string, string> = {}
    if (agencyId) refs.agencyId = agencyId
    await record(ctx, { event: 'role.seenAs', subjectKind: 'role', subjectId: role, refs })
  })
  if (!ctx.signedIn) throw new NotFound('Session')
  return seeAsCookie(ctx, ctx.signedIn.sessionId, { role, agencyId })
}

async function mustBeAgency({ db }: TenantContext, id: string | null): Promise<void> {
  const found = id && (await db.selectFrom('agency').select('id').where('id', '=', id).executeTakeFirst())
  if (!found) throw new InvalidInput({ agencyId: 'roles:error.agencyMissing' })
}
