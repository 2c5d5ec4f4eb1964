import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who works in a hall: who opens visits, who sits at desks, who sees how it goes. */
export const visitPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('read', 'Visit', { id: { $in: [...principal.grantedIds] } })
  if (permits(principal, 'visits.receive')) allow(['read', 'receive', 'move'], 'Visit')
  if (permits(principal, 'visits.watch')) allow(['read', 'watch'], 'Visit')
  // At a desk sits who belongs to its agency; the command looks which.
  if (principal.kind === 'staff' && principal.agencyId && permits(principal, 'visits.serve')) {
    allow(['read', 'serve'], 'Visit')
  }
}
