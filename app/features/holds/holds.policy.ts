import type { Policy } from '#app/core/access/policy.ts'

/** Who answers for the register says what must not be emptied; whoever empties does not lift it. */
export const holdPolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  const { roles } = principal
  if (roles.includes('dispatcher') || roles.includes('centreHead')) allow('hold', 'Appeal')
}
