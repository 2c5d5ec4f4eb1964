import type { Policy } from '#app/core/access/policy.ts'
import { registrarRoles } from './registration.ts'

/** Who registers what did not come by the portal, and who may look at that. */
export const registrationPolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  const { id, roles } = principal
  if (registrarRoles.some((role) => roles.includes(role))) {
    allow(['create', 'register'], 'Appeal')
    allow('read', 'Registration', { registeredBy: id })
  }
  // The appeals-control unit answers for the whole register.
  if (roles.includes('dispatcher')) {
    allow('read', 'Registration')
    allow('correct', 'Appeal')
  }
}
