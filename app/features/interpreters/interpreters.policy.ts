import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The administrator configures them. */
export const interpreterPolicy: Policy = (principal, allow) => {
  if (permits(principal, 'interpreters.configure')) allow('configure', 'Interpreter')
}
