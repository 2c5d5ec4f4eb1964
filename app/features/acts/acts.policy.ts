import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/**
 * Who prepares, approves and signs acts. A body's people act on its own share, the centre's head on the appeal as a whole;
 * dispatchers prepare for both. That nobody approves or signs what they drafted is the command's question.
 */
export const actPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('object', 'Appeal', { id: { $in: [...principal.grantedIds] } })
  if (principal.kind !== 'staff') return
  const { agencyId } = principal
  const ofCentre = { agencyId: null }
  if (permits(principal, 'acts.draftAll')) allow('draft', 'Act')
  if (permits(principal, 'acts.watchAll')) allow('watch', 'Act')
  if (permits(principal, 'acts.draftCentre')) allow('draft', 'Act', ofCentre)
  if (permits(principal, 'acts.approveCentre')) allow('approve', 'Act', ofCentre)
  if (permits(principal, 'acts.signCentre')) allow('sign', 'Act', ofCentre)
  if (!agencyId) return
  const own = { agencyId }
  if (permits(principal, 'acts.draft')) allow('draft', 'Act', own)
  if (permits(principal, 'acts.approve')) allow('approve', 'Act', own)
  if (permits(principal, 'acts.sign')) allow(['sign', 'watch'], 'Act', own)
}
