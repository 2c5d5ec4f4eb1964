import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Whoever writes or signs answers begins with them; the administrator configures them. */
export const templatePolicy: Policy = (principal, allow) => {
  if (permits(principal, 'answers.draft') || permits(principal, 'answers.sign')) allow('read', 'AnswerTemplate')
  if (permits(principal, 'templates.configure')) allow('configure', 'AnswerTemplate')
}
