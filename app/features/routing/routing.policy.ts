import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The dispatcher sees what is suggested, the administrator configures it, and at night the product learns. */
export const routingPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow('learn', 'RoutingRule')
  if (permits(principal, 'routing.read')) allow('read', 'RoutingRule')
  if (permits(principal, 'routing.configure')) allow('configure', 'RoutingRule')
}
