import type { StaffRole } from '#db/schema/tenant.ts'

export const staffRoles = ['dispatcher', 'clerk', 'regionAdmin'] as const satisfies readonly StaffRole[]

/** How long an invitation can be taken up, days. */
export const invitationDays = 7
