import type { Policy } from '#app/core/access/policy.ts'

/** Which agencies there are is public: it stands on the door of the hall. */
export const agencyPolicy: Policy = (_principal, allow) => {
  allow('read', 'Agency')
}
