import type { Policy } from '#app/core/access/policy.ts'

/** Whoever writes or signs answers begins with them; the administrator configures them. */
export const templatePolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  const { roles } = principal
  if (roles.includes('clerk') || roles.includes('agencyHead')) allow('read', 'AnswerTemplate')
  if (roles.includes('regionAdmin')) allow('configure', 'AnswerTemplate')
}
