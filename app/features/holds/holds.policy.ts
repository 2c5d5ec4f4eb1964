import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who answers for the register says what must not be emptied; whoever empties does not lift it. */
export const holdPolicy: Policy = (principal, allow) => {
  if (permits(principal, 'appeals.hold')) allow('hold', 'Appeal')
}
