import { paths } from '#app/core/paths.ts'

/** The pages of a region's settings in the order of their tabs, each with the words by which it is found. */
export const adminPages = [
  { href: paths.admin(), label: 'admin.tab.overview', words: ['admin.title'] },
  { href: paths.launch(), label: 'admin.tab.launch', words: [] },
  {
    href: paths.region(),
    label: 'admin.tab.region',
    words: ['brand.title', 'brand.colour', 'brand.emblem', 'brand.centre', 'centreTerms.title'],
  },
  { href: paths.domain(), label: 'admin.tab.domain', words: ['find.domain'] },
  { href: paths.agencies(), label: 'admin.tab.agencies', words: [] },
  { href: paths.categories(), label: 'admin.tab.categories', words: [] },
  { href: paths.districts(), label: 'admin.tab.districts', words: [] },
  { href: paths.halls(), label: 'admin.tab.halls', words: ['admin.count.desks'] },
  { href: paths.services(), label: 'admin.tab.services', words: [] },
  { href: paths.priorityGroups(), label: 'admin.tab.priorityGroups', words: [] },
  { href: paths.hotlines(), label: 'admin.tab.hotlines', words: ['admin.count.hotlines'] },
  { href: paths.interpreters(), label: 'admin.tab.interpreters', words: [] },
  { href: paths.texts(), label: 'admin.tab.texts', words: [] },
  { href: paths.templates(), label: 'admin.tab.templates', words: [] },
  { href: paths.ratingChoices(), label: 'admin.tab.ratings', words: [] },
  { href: paths.routingRules(), label: 'admin.tab.routing', words: [] },
  { href: paths.calendar(), label: 'admin.tab.calendar', words: [] },
  { href: paths.terms(), label: 'admin.tab.terms', words: [] },
  { href: paths.staff(), label: 'admin.tab.staff', words: ['admin.count.invitations'] },
  { href: paths.adminSignIn(), label: 'admin.tab.signIn', words: [] },
  { href: paths.roles(), label: 'admin.tab.roles', words: [] },
  { href: paths.pack(), label: 'admin.tab.pack', words: [] },
  { href: paths.data(), label: 'admin.tab.data', words: [] },
  { href: paths.retention(), label: 'admin.tab.retention', words: ['find.retention'] },
  { href: paths.erasures(), label: 'admin.tab.erasures', words: [] },
] as const
