import { findAgency } from '#app/features/agencies/public.server.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { authorize } from '#app/core/access/authorize.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { providerRow } from './provider.ts'
import { providerRoleRows } from './provider-rows.server.ts'
import type { AddProviderRole, DropProviderRole } from './providers.schema.ts'

const subject = { kind: 'provider', id: providerRow }

/**
 * Says what a word in the provider's claim stands for: a role that its author may give by an invitation too. Throws
 * ForbiddenError, NotFound, InvalidInput for a role that nobody gives, Refusal where the word has that role already.
 */
export function addProviderRole(ctx: TenantContext, input: AddProviderRole): Promise<string | undefined> {
  return makeChange(ctx, { event: 'providerRole.added', may: 'StaffMember', input }, async (ctx, change) => {
    authorize(ctx.ability, 'invite', 'StaffMember')
    const { claimValue, agencyId } = input
    const role = staffRoles.find((one) => one === input.role)
    if (!role) throw new InvalidInput({ role: 'providers:error.roleMissing' })
    if (agencyId && !(await findAgency(ctx, agencyId))) throw new NotFound('Agency')
    await change.insert(providerRoleRows, { id: newId(), claimValue, role, agencyId, version: 1 })
    return subject
  })
}

/** Takes a word off the list. Throws ForbiddenError, NotFound. */
export function dropProviderRole(ctx: TenantContext, input: DropProviderRole): Promise<string | undefined> {
  return makeChange(ctx, { event: 'providerRole.dropped', may: 'StaffMember', input }, async (ctx, change) => {
    await change.remove(providerRoleRows, await lockRow(ctx, providerRoleRows, input.providerRoleId))
    return subject
  })
}
