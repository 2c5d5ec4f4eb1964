import { paths } from '#app/core/paths.ts'

/** What an administrator walks through before the region goes live, in this order. */
export const launchSteps = [
  'region',
  'agencies',
  'halls',
  'hotlines',
  'interpreters',
  'categories',
  'routing',
  'terms',
  'calendar',
  'staff',
  'dryRun',
] as const
export type LaunchStep = (typeof launchSteps)[number]

/** Where each step is done. */
export const placeOf: Readonly<Record<LaunchStep, () => string>> = {
  region: paths.region,
  agencies: paths.agencies,
  halls: paths.halls,
  hotlines: paths.hotlines,
  interpreters: paths.interpreters,
  categories: paths.categories,
  routing: paths.routingRules,
  terms: paths.terms,
  calendar: paths.calendar,
  staff: paths.staff,
  dryRun: paths.dryRun,
}

/** The step that a page belongs to; undefined where it is none of them. */
export const stepAt = (pathname: string): LaunchStep | undefined =>
  launchSteps.find((step) => pathname === placeOf[step]() || pathname.startsWith(`${placeOf[step]()}/`))

/** The step behind another one; undefined behind the last. */
export const stepAfter = (step: LaunchStep): LaunchStep | undefined => launchSteps[launchSteps.indexOf(step) + 1]

export const stepBefore = (step: LaunchStep): LaunchStep | undefined => launchSteps[launchSteps.indexOf(step) - 1]

/** What is missing. What a region cannot serve without stands in the way of going live; the rest is said and left to it. */
export const gaps = {
  noAgency: 'stops',
  noHall: 'asks',
  hallWithoutDesk: 'asks',
  noHotline: 'asks',
  noCategory: 'stops',
  kindWithoutTerm: 'stops',
  noDispatcher: 'stops',
  agencyWithoutClerk: 'asks',
  notTried: 'stops',
} as const satisfies Record<string, 'stops' | 'asks'>
export type Gap = keyof typeof gaps
