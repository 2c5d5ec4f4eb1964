import type { Policy } from '#app/core/access/policy.ts'

/** Who works in a hall: who opens visits, who sits at desks, who sees how it goes. */
export const visitPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('read', 'Visit', { id: { $in: [...principal.grantedIds] } })
  if (principal.kind !== 'staff') return
  const { roles, agencyId } = principal
  if (roles.includes('receptionist')) allow(['read', 'receive', 'move'], 'Visit')
  if (roles.includes('hallManager')) allow(['read', 'receive', 'move', 'watch'], 'Visit')
  if (roles.includes('centreHead')) allow(['read', 'watch'], 'Visit')
  // At a desk sits who belongs to its agency; the command looks which.
  if (agencyId && (roles.includes('clerk') || roles.includes('agencyHead'))) allow(['read', 'serve', 'move'], 'Visit')
}
