export { addStaffMember } from './add-staff-member.server.ts'
export { invitationLetter } from './invitation.server.ts'
export { findStaffPrincipal } from './staff.queries.server.ts'
export { invitationRows, staffRows } from './staff-rows.server.ts'
