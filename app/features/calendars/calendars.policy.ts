import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The region's calendar and terms are its administrator's, the country's the platform's operator's; jobs carry both out. */
export const calendarPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'system') allow('configure', 'Calendar')
  if (permits(principal, 'calendars.configure')) allow('configure', 'Calendar')
  if (principal.kind === 'platform' && principal.roles.includes('platformOperator')) allow('configure', 'Calendar')
}
