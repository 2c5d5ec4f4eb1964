import type { Permission } from '#app/core/access/permissions.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'

/** What the frame of a staff page shows of whoever is at work, and what it offers by. */
export interface StaffFace {
  readonly name: string
  readonly roles: readonly StaffRole[]
  readonly permissions: readonly Permission[]
}

/** The face of somebody of the staff, as a page's loader gives it. */
export const faceOf = ({ name, roles, permissions }: StaffPrincipal): StaffFace => ({
  name,
  roles: [...roles],
  permissions: [...permissions],
})
