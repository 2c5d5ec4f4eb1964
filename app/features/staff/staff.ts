import type { StaffRole } from '#db/schema/tenant.ts'

export const staffRoles = [
  'dispatcher',
  'clerk',
  'agencyHead',
  'centreHead',
  'regionAdmin',
] as const satisfies readonly StaffRole[]

/** Whether people of this role work for one agency. */
export const needsAgency = (role: StaffRole): boolean => role === 'clerk' || role === 'agencyHead'

/** How long an invitation can be taken up, days. */
export const invitationDays = 7
