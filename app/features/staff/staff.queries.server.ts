import type { TenantDb } from '#db/connect.ts'
import { inKazakhOrder } from '#db/sql/collation.ts'
import type { LocaleCode, StaffRole } from '#db/schema/tenant.ts'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'

/** The staff member behind a signed-in user; undefined for a retired one. */
export async function findStaffPrincipal(db: TenantDb, userId: string): Promise<StaffPrincipal | undefined> {
  const member = await db
    .selectFrom('staffMember')
    .select(['id', 'fullName', 'roles', 'agencyId', 'locale'])
    .where('userId', '=', userId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!member) return undefined
  const { id, fullName, roles, agencyId, locale } = member
  return { kind: 'staff', id, name: fullName, roles, agencyId, locale }
}

export interface StaffListItem {
  readonly id: string
  readonly fullName: string
  readonly email: string
  readonly roles: readonly StaffRole[]
  readonly agency: string | undefined
  readonly locale: LocaleCode
}

/** The region's people by name. Throws ForbiddenError for who may not see them. */
export async function listStaff(ctx: TenantContext): Promise<StaffListItem[]> {
  authorize(ctx.ability, 'read', 'StaffMember')
  const members = await ctx.db
    .selectFrom('staffMember')
    .innerJoin('authUser', 'authUser.id', 'staffMember.userId')
    .select(['staffMember.id', 'staffMember.fullName', 'staffMember.roles', 'staffMember.agencyId'])
    .select(['staffMember.locale', 'authUser.email'])
    .where('staffMember.retiredAt', 'is', null)
    .where(accessible(ctx.ability, 'read', 'StaffMember'))
    .orderBy(inKazakhOrder('staffMember.fullName'))
    .orderBy('staffMember.id')
    .execute()
  const names = await agencyNames(ctx, [...new Set(members.flatMap((member) => member.agencyId ?? []))])
  return members.map(({ agencyId, ...member }) => ({ ...member, agency: agencyId ? names[agencyId] : undefined }))
}

/** Invitations that can still be taken up, the newest first. */
export async function listInvitations(ctx: TenantContext) {
  authorize(ctx.ability, 'invite', 'StaffMember')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const invitations = await ctx.db
    .selectFrom('invitation')
    .select(['id', 'email', 'fullName', 'roles', 'expiresAt'])
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', ctx.clock.now())
    .orderBy('id', 'desc')
    .execute()
  return invitations.map(({ expiresAt, ...invitation }) => ({
    ...invitation,
    until: formatMoment(expiresAt, timeZone),
  }))
}
