import type { LocaleCode, StaffRole } from '#db/schema/vocabulary.ts'
import type { TenantContext } from '#app/core/context.ts'
import { folded } from '#app/core/i18n/fold.ts'
import { newId } from '#app/core/ids.ts'

/** What makes an account a member of the staff. */
interface NewStaffMember {
  readonly fullName: string
  readonly roles: readonly StaffRole[]
  readonly agencyId: string | null
  readonly locale: LocaleCode
}

/** Adds a staff member inside the caller's transaction; its id. */
export async function addStaffMember(ctx: TenantContext, userId: string, member: NewStaffMember): Promise<string> {
  const id = newId()
  const now = ctx.clock.now()
  const { fullName, roles, agencyId, locale } = member
  await ctx.db
    .insertInto('staffMember')
    .values({
      id,
      userId,
      fullName,
      foldedName: folded(fullName),
      roles: [...roles],
      agencyId,
      locale,
      createdAt: now,
      updatedAt: now,
      retiredAt: null,
    })
    .execute()
  return id
}
