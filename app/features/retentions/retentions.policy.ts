import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The administrator says how long things are kept; the nightly job empties what is over its term. */
export const retentionPolicy: Policy = (principal, allow) => {
  if (permits(principal, 'retention.configure')) allow('configure', 'RetentionTerm')
  if (principal.kind === 'system') allow('erase', 'RetentionTerm')
}
