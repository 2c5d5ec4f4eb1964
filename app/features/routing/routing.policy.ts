import type { Policy } from '#app/core/access/policy.ts'

/** The dispatcher sees what is suggested, the administrator configures it, and at night the product learns. */
export const routingPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow('learn', 'RoutingRule')
  if (principal.kind !== 'staff') return
  const { roles } = principal
  if (roles.includes('dispatcher') || roles.includes('regionAdmin')) allow('read', 'RoutingRule')
  if (roles.includes('regionAdmin')) allow('configure', 'RoutingRule')
}
