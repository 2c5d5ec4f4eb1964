import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The registrar takes registers in; who sees every appeal may give them out. */
export const registerPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow('import', 'Register')
  if (permits(principal, 'registers.import')) allow('import', 'Register')
  if (permits(principal, 'registers.export')) allow('export', 'Register')
}
