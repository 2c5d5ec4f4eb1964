import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who registers what did not come by the portal, and who may look at that. */
export const registrationPolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  const { id } = principal
  if (permits(principal, 'appeals.register')) {
    allow(['create', 'register'], 'Appeal')
    allow('read', 'Registration', { registeredBy: id })
  }
  // The appeals-control unit answers for the whole register.
  if (permits(principal, 'appeals.correct')) {
    allow('read', 'Registration')
    allow('correct', 'Appeal')
  }
}
