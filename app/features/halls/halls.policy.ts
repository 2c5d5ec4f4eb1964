import type { Policy } from '#app/core/access/policy.ts'

/** Where people may come is public. */
export const hallPolicy: Policy = (_principal, allow) => {
  allow('read', 'Hall')
}
