import { addAccount } from '#app/core/access/accounts.server.ts'
import { permissionsOf } from '#app/core/access/permissions.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addStaffMember } from '#app/features/staff/public.server.ts'
import type { Chance } from './chance.ts'
import { inventPerson } from './people.ts'

/** Who works the month: a dispatcher, and for each agency who writes and who signs. */
export interface MonthStaff {
  readonly dispatcher: StaffPrincipal
  readonly admin: StaffPrincipal
  readonly clerkOf: (agencyId: string) => StaffPrincipal
  readonly headOf: (agencyId: string) => StaffPrincipal
}

/** The region's people, with somebody invented for each state body that has nobody yet: they have no password and sign in nowhere. */
export async function staffOf(ctx: TenantContext, chance: Chance): Promise<MonthStaff> {
  const agencies = await ctx.db
    .selectFrom('agency')
    .select(['id', 'slug'])
    .where('retiredAt', 'is', null)
    // Who is no state body signs in nowhere and answers by links.
    .where('level', '<>', 'nonState')
    .execute()
  for (const { id, slug } of agencies) {
    const known = await members(ctx)
    const missing = (['clerk', 'agencyHead'] as const).filter(
      (role) => !known.some((one) => one.agencyId === id && one.roles.includes(role)),
    )
    if (missing.length === 0) continue
    const { fullName } = inventPerson(chance)
    await inTransaction(ctx, async (ctx) => {
      const email = `${slug}@${ctx.tenant.slug}.example`
      const userId = await addAccount(ctx, { email, name: fullName, passwordHash: 'none' })
      if (userId) await addStaffMember(ctx, userId, { fullName, roles: missing, agencyId: id, locale: 'kk' })
    })
  }
  const all = await members(ctx)
  const one = (what: string, fits: (member: StaffPrincipal) => boolean): StaffPrincipal => {
    const found = all.find(fits)
    if (!found) throw new Error(`The region has no ${what}`)
    return found
  }
  return {
    dispatcher: one('dispatcher', ({ roles }) => roles.includes('dispatcher')),
    admin: one('administrator', ({ roles }) => roles.includes('regionAdmin')),
    clerkOf: (id) => one('clerk', ({ agencyId, roles }) => agencyId === id && roles.includes('clerk')),
    headOf: (id) => one('head', ({ agencyId, roles }) => agencyId === id && roles.includes('agencyHead')),
  }
}

async function members({ db }: TenantContext): Promise<StaffPrincipal[]> {
  const rows = await db
    .selectFrom('staffMember')
    .select(['id', 'fullName', 'roles', 'agencyId', 'locale'])
    .where('retiredAt', 'is', null)
    .execute()
  return rows.map(({ fullName, ...member }) => ({
    kind: 'staff',
    name: fullName,
    permissions: permissionsOf(member.roles),
    ...member,
  }))
}
