import type { Policy } from '#app/core/access/policy.ts'

/**
 * Who prepares, approves and signs acts. A body's people act on its own share, the centre's head on the appeal as a whole;
 * dispatchers prepare for both. That nobody approves or signs what they drafted is the command's question.
 */
export const actPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('object', 'Appeal', { id: { $in: [...principal.grantedIds] } })
  if (principal.kind !== 'staff') return
  const { roles, agencyId } = principal
  const ofCentre = { agencyId: null }
  if (roles.includes('dispatcher')) allow(['draft', 'watch'], 'Act')
  if (roles.includes('centreHead')) {
    allow('watch', 'Act')
    allow(['draft', 'approve', 'sign'], 'Act', ofCentre)
  }
  if (!agencyId) return
  const own = { agencyId }
  if (roles.includes('clerk')) allow('draft', 'Act', own)
  if (roles.includes('agencyHead')) allow(['draft', 'approve', 'sign', 'watch'], 'Act', own)
}
