import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who works in lists keeps views of their own; those of the whole region are the dispatchers' and the administrator's. */
export const worklistPolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  const { id } = principal
  allow(['read', 'configure'], 'SavedView', { ownerId: id, shared: false })
  allow('read', 'SavedView', { shared: true })
  if (permits(principal, 'views.share')) allow('configure', 'SavedView', { shared: true })
}
