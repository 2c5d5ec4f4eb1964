import { actPolicy } from './features/acts/acts.policy.ts'
import { agencyPolicy } from './features/agencies/agencies.policy.ts'
import { appealPolicy } from './features/appeals/appeals.policy.ts'
import { bundlePolicy } from './features/bundles/bundles.policy.ts'
import { calendarPolicy } from './features/calendars/calendars.policy.ts'
import { categoryPolicy } from './features/categories/categories.policy.ts'
import { cosignerPolicy } from './features/cosigners/cosigners.policy.ts'
import { districtPolicy } from './features/districts/districts.policy.ts'
import { domainPolicy } from './features/domains/domains.policy.ts'
import { duplicatePolicy } from './features/duplicates/duplicates.policy.ts'
import { curePolicy } from './features/cures/cures.policy.ts'
import { erasurePolicy } from './features/erasures/erasures.policy.ts'
import { hallPolicy } from './features/halls/halls.policy.ts'
import { holdPolicy } from './features/holds/holds.policy.ts'
import { hotlinePolicy } from './features/hotlines/hotlines.policy.ts'
import { interpreterPolicy } from './features/interpreters/interpreters.policy.ts'
import { oversightPolicy } from './features/oversight/oversight.policy.ts'
import { platformPolicy } from './features/platform/platform.policy.ts'
import { ratingPolicy } from './features/ratings/ratings.policy.ts'
import { regionPolicy } from './features/regions/regions.policy.ts'
import { retentionPolicy } from './features/retentions/retentions.policy.ts'
import { rolePolicy } from './features/roles/roles.policy.ts'
import { routingPolicy } from './features/routing/routing.policy.ts'
import { registerPolicy } from './features/registers/registers.policy.ts'
import { registrationPolicy } from './features/registrations/registrations.policy.ts'
import { servicePolicy } from './features/services/services.policy.ts'
import { staffPolicy } from './features/staff/staff.policy.ts'
import { takeoutPolicy } from './features/takeouts/takeouts.policy.ts'
import { templatePolicy } from './features/templates/templates.policy.ts'
import { translationPolicy } from './features/translations/translations.policy.ts'
import { visitPolicy } from './features/visits/visits.policy.ts'
import { worklistPolicy } from './features/worklists/worklists.policy.ts'
import { abilityOf, type Ability } from './core/access/policy.ts'
import type { Principal } from './core/access/principal.ts'

const policies = [
  actPolicy,
  agencyPolicy,
  appealPolicy,
  bundlePolicy,
  calendarPolicy,
  categoryPolicy,
  cosignerPolicy,
  districtPolicy,
  domainPolicy,
  duplicatePolicy,
  curePolicy,
  erasurePolicy,
  hallPolicy,
  holdPolicy,
  hotlinePolicy,
  interpreterPolicy,
  oversightPolicy,
  platformPolicy,
  ratingPolicy,
  regionPolicy,
  retentionPolicy,
  rolePolicy,
  routingPolicy,
  registerPolicy,
  registrationPolicy,
  servicePolicy,
  staffPolicy,
  takeoutPolicy,
  templatePolicy,
  translationPolicy,
  visitPolicy,
  worklistPolicy,
]

/** Everything a principal may do, from all features' policies. */
export const abilityFor = (principal: Principal): Ability => abilityOf(principal, policies)
