import type { Policy } from '#app/core/access/policy.ts'

/** Who brought an appeal rates its answer; a dispatcher decides what follows; the administrator words the choices. */
export const ratingPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('rate', 'Appeal', { id: { $in: [...principal.grantedIds] } })
  if (principal.kind !== 'staff') return
  if (principal.roles.includes('dispatcher')) allow('reopen', 'Appeal')
  if (principal.roles.includes('regionAdmin')) allow('configure', 'RatingChoice')
}
