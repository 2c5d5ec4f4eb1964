import type { Policy } from '#app/core/access/policy.ts'

/** The administrator says how long things are kept; the nightly job empties what is over its term. */
export const retentionPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'RetentionTerm')
  if (principal.kind === 'system') allow('erase', 'RetentionTerm')
}
