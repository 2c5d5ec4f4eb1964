import type { Policy } from '#app/core/access/policy.ts'

/** The registrar takes registers in; who sees every appeal may give them out. */
export const registerPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow('import', 'Register')
  if (principal.kind !== 'staff') return
  const { roles } = principal
  if (roles.includes('dispatcher')) allow('import', 'Register')
  if (roles.includes('dispatcher') || roles.includes('centreHead')) allow('export', 'Register')
}
