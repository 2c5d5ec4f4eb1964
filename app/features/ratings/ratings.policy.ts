import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who brought an appeal rates its answer; a dispatcher decides what follows; the administrator words the choices. */
export const ratingPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('rate', 'Appeal', { id: { $in: [...principal.grantedIds] } })
  if (permits(principal, 'appeals.reopen')) allow('reopen', 'Appeal')
  if (permits(principal, 'ratings.configure')) allow('configure', 'RatingChoice')
}
