import type { Policy } from '#app/core/access/policy.ts'

/** What people may bring is public. */
export const categoryPolicy: Policy = (_principal, allow) => {
  allow('read', 'Category')
}
