import type { Policy } from '#app/core/access/policy.ts'

/** Who may do what with appeals. */
export const appealPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow('read', 'Appeal')
  if (principal.kind === 'resident') {
    // Refusing to accept an appeal is forbidden by law: anyone may bring one.
    allow('create', 'Appeal')
    allow(['read', 'addInformation', 'withdraw'], 'Appeal', { id: { $in: [...principal.grantedIds] } })
  }
  if (principal.kind !== 'staff') return
  if (principal.roles.includes('dispatcher')) {
    allow('read', 'Appeal')
    allow('assign', 'Appeal')
  }
  if (principal.roles.includes('clerk') && principal.agencyId) {
    // Through the assignments: the column holds the agencies that have the appeal now.
    allow(['read', 'answer'], 'Appeal', { agencyIds: principal.agencyId })
  }
}
