import type { LocaleCode } from '#db/schema/vocabulary.ts'

type Query<Names extends string> = Readonly<Partial<Record<Names, string>>>

const withQuery = (path: string, query: Query<string>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** Every URL of the product; a test shows them all. */
export const paths = {
  home: (locale: LocaleCode) => `/${locale}`,
  search: (locale: LocaleCode, typed?: string) => withQuery(`/${locale}/search`, { q: typed }),
  /** Where an appeal is begun; `about` is a category's slug. */
  newAppeal: (locale: LocaleCode, query: Query<'about' | 'lost' | 'discard'> = {}) =>
    withQuery(`/${locale}/appeals/new`, query),
  question: (locale: LocaleCode, question: string, query: Query<'about' | 'from' | 'lost' | 'all'> = {}) =>
    withQuery(`/${locale}/appeals/new/${question}`, query),
  checkAnswers: (locale: LocaleCode) => `/${locale}/appeals/new/check`,
  track: (locale: LocaleCode, number?: string) => withQuery(`/${locale}/track`, { number }),
  trackedAppeal: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}`,
  /** The link in a mail; it leads on to the appeal, or to what is asked of the person there. */
  openAppeal: (locale: LocaleCode, appealId: string, key: string, to?: 'cure') =>
    withQuery(`/${locale}/appeals/${appealId}/open`, { key, to }),
  /** Where a person brings what an appeal lacks. */
  cure: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/cure`,
  /** The same in an SMS: short, because every character is paid for. */
  openByNumber: (locale: LocaleCode, number: string, key: string) => `/${locale}/a/${number}/${key}`,
  /** `draft` is what files are kept under while it is written. */
  addInformation: (locale: LocaleCode, appealId: string, draft?: string) =>
    withQuery(`/${locale}/appeals/${appealId}/information`, { draft }),
  withdrawAppeal: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/withdraw`,
  /** A signed act as the person reads it, and says what they think of it. */
  residentAct: (locale: LocaleCode, appealId: string, actId: string) => `/${locale}/appeals/${appealId}/acts/${actId}`,
  rateAnswer: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/rate`,
  receipt: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/receipt`,
  receiptFile: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/receipt.pdf`,
  /** Where anybody sees whether a letter is real; with its code, the answer. */
  verifyLetter: (locale: LocaleCode, code?: string) => (code ? `/${locale}/verify/${code}` : `/${locale}/verify`),
  appealLetter: (locale: LocaleCode, appealId: string, letterId: string) =>
    `/${locale}/appeals/${appealId}/letters/${letterId}`,
  appealFile: (locale: LocaleCode, appealId: string, fileId: string) =>
    `/${locale}/appeals/${appealId}/files/${fileId}`,

  /** Where a body without accounts answers its part of an appeal. */
  part: (locale: LocaleCode, linkId: string) => `/${locale}/parts/${linkId}`,
  /** The link in its mail; it leads on to the part. */
  openPart: (locale: LocaleCode, linkId: string, key: string) => withQuery(`/${locale}/parts/${linkId}/open`, { key }),
  partFile: (locale: LocaleCode, linkId: string, fileId: string) => `/${locale}/parts/${linkId}/files/${fileId}`,

  /** Where a person follows a visit of theirs; with its key, the link on the slip. */
  followedVisit: (locale: LocaleCode, visitId: string) => `/${locale}/visits/${visitId}`,
  openVisit: (locale: LocaleCode, visitId: string, key: string) => `/${locale}/v/${visitId}/${key}`,

  /** The halls for those who work in them. */
  workHalls: () => '/hall',
  reception: (hallId: string, query: Query<'done'> = {}) => withQuery(`/hall/${hallId}/reception`, query),
  slip: (hallId: string, visitId: string) => `/hall/${hallId}/visits/${visitId}`,
  deskConsole: (hallId: string, query: Query<'done'> = {}) => withQuery(`/hall/${hallId}/desk`, query),

  entrance: () => '/',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  signOut: () => '/sign-out',
  forgottenPassword: () => '/forgotten-password',
  /** Links in letters open in the letter's language. */
  newPassword: (token: string, lang: LocaleCode) => withQuery('/new-password', { token, lang }),
  invitation: (invitationId: string, token: string, lang: LocaleCode) =>
    withQuery(`/invitations/${invitationId}`, { token, lang }),
  signInCode: (next?: string) => withQuery('/sign-in/code', { next }),
  signInPasskey: () => '/sign-in/passkey',
  /** Leads on to the region's own identity provider. */
  providerSignIn: (next?: string) => withQuery('/sign-in/provider', { next }),
  /** Where it sends people back to. */
  providerCallback: () => '/sign-in/provider/callback',
  /** The sign-in page with word of why a sign-in by the provider came to nothing. */
  signInProblem: (problem: string, next?: string) => withQuery('/sign-in', { problem, next }),
  account: () => '/account',
  secondFactor: () => '/account/second-factor',
  sessions: () => '/account/sessions',
  passkeys: () => '/account/passkeys',
  passkeyOptions: () => '/account/passkeys/options',
  password: () => '/account/password',

  deskFile: (appealId: string, fileId: string) => `/desk/appeals/${appealId}/files/${fileId}`,
  blackOut: (appealId: string, fileId: string) => `/desk/appeals/${appealId}/files/${fileId}/black-out`,
  deskLetter: (appealId: string, letterId: string) => `/desk/appeals/${appealId}/letters/${letterId}`,
  /** Beside another one: `with` is its id, `number` its number as typed. */
  compare: (appealId: string, query: Query<'with' | 'number'> = {}) =>
    withQuery(`/desk/appeals/${appealId}/compare`, query),
  worklist: (query: Query<string> = {}) => withQuery('/desk', query),
  appeal: (appealId: string, query: Query<string> = {}) => withQuery(`/desk/appeals/${appealId}`, query),
  /** What has to be done with acts. */
  acts: () => '/desk/acts',
  newAct: (appealId: string, query: Query<'kind' | 'share'>) => withQuery(`/desk/appeals/${appealId}/acts/new`, query),
  act: (appealId: string, actId: string, done?: string) =>
    withQuery(`/desk/appeals/${appealId}/acts/${actId}`, { done }),
  /** What a script asks of a list that is open. */
  worklistNews: () => '/desk/news',
  /** Where several appeals are answered from one template; ids have dots between. */
  answers: (query: Query<'appeals' | 'template'>) => withQuery('/desk/answers', query),
  /** The list as a file. */
  worklistTable: (format: 'csv' | 'xlsx', query: Query<string> = {}) => withQuery(`/desk/appeals.${format}`, query),
  /** Leads on to the appeal that follows one in a list. */
  nextAppeal: (query: Query<'from' | 'at' | 'after' | 'done'>) => withQuery('/desk/next', query),
  /** Everything of an appeal as a zip, for the prosecutor. */
  appealBundle: (appealId: string) => `/desk/appeals/${appealId}/bundle.zip`,
  /** Where staff correct how a person is reached. */
  /** `key` is what its files are kept under while it is written. */
  registerAppeal: (key?: string) => withQuery('/desk/registrations/new', { key }),
  registrations: (after?: string) => withQuery('/desk/registrations', { after }),
  registration: (appealId: string) => `/desk/registrations/${appealId}`,
  registrationFile: (appealId: string) => `/desk/registrations/${appealId}/receipt.pdf`,
  correction: (appealId: string) => `/desk/appeals/${appealId}/correction`,
  deskCure: (appealId: string) => `/desk/appeals/${appealId}/cure`,
  cures: (after?: string) => withQuery('/desk/cures', { after }),
  appealLive: (appealId: string) => `/desk/appeals/${appealId}/live`,

  registers: () => '/desk/registers',
  registerFile: (query: Query<'format' | 'from' | 'until'>) => withQuery('/desk/registers/file', query),
  registerImport: (importId: string) => `/desk/registers/imports/${importId}`,
  registerReport: (importId: string, format: string) =>
    withQuery(`/desk/registers/imports/${importId}/report`, { format }),

  importStaff: () => '/admin/staff/import',
  launch: () => '/admin/launch',
  dryRun: () => '/admin/launch/dry-run',
  admin: () => '/admin',
  /** Pages and things of the settings by name. */
  adminSearch: (typed?: string) => withQuery('/admin/search', { q: typed }),
  region: () => '/admin/region',
  /** The letterhead as it is printed, as PDF. */
  sampleLetter: (language: LocaleCode) => withQuery('/admin/region/letterhead.pdf', { language }),
  texts: (query: Query<'search' | 'area'> = {}) => withQuery('/admin/texts', query),
  /** One text of the portal in all languages; its key is `namespace:key`. */
  text: (textKey: string, changed?: string) => withQuery(`/admin/texts/${textKey}`, { changed }),
  agencies: () => '/admin/agencies',
  newAgency: () => '/admin/agencies/new',
  agency: (agencyId: string, changed?: string) => withQuery(`/admin/agencies/${agencyId}`, { changed }),
  halls: () => '/admin/halls',
  newHall: () => '/admin/halls/new',
  hall: (hallId: string, changed?: string) => withQuery(`/admin/halls/${hallId}`, { changed }),
  desk: (hallId: string, deskId: string) => `/admin/halls/${hallId}/desks/${deskId}`,
  hotlines: () => '/admin/hotlines',
  newHotline: () => '/admin/hotlines/new',
  hotline: (hotlineId: string, changed?: string) => withQuery(`/admin/hotlines/${hotlineId}`, { changed }),
  interpreters: () => '/admin/interpreters',
  newInterpreter: () => '/admin/interpreters/new',
  interpreter: (interpreterId: string, changed?: string) =>
    withQuery(`/admin/interpreters/${interpreterId}`, { changed }),
  categories: () => '/admin/categories',
  newCategory: () => '/admin/categories/new',
  category: (categoryId: string, changed?: string) => withQuery(`/admin/categories/${categoryId}`, { changed }),
  districts: () => '/admin/districts',
  newDistrict: () => '/admin/districts/new',
  district: (districtId: string, changed?: string) => withQuery(`/admin/districts/${districtId}`, { changed }),
  services: () => '/admin/services',
  newService: () => '/admin/services/new',
  service: (serviceId: string, changed?: string) => withQuery(`/admin/services/${serviceId}`, { changed }),
  priorityGroups: () => '/admin/priority-groups',
  newPriorityGroup: () => '/admin/priority-groups/new',
  priorityGroup: (groupId: string, changed?: string) => withQuery(`/admin/priority-groups/${groupId}`, { changed }),
  templates: () => '/admin/templates',
  newTemplate: () => '/admin/templates/new',
  template: (templateId: string, changed?: string) => withQuery(`/admin/templates/${templateId}`, { changed }),
  routingRules: () => '/admin/routing',
  newRoutingRule: () => '/admin/routing/new',
  routingRule: (ruleId: string, changed?: string) => withQuery(`/admin/routing/${ruleId}`, { changed }),
  /** Where a text is tried against the rules and the classifier. */
  tryRouting: () => '/admin/routing/try',
  /** What became of suggestions. */
  routingCounts: () => '/admin/routing/counts',
  /** Ends what `role` begins: seeing pages as another role. */
  seeAs: () => '/account/see-as',
  roles: () => '/admin/roles',
  role: (role: string, changed?: string) => withQuery(`/admin/roles/${role}`, { changed }),
  ratingChoices: () => '/admin/ratings',
  newRatingChoice: () => '/admin/ratings/new',
  ratingChoice: (choiceId: string, changed?: string) => withQuery(`/admin/ratings/${choiceId}`, { changed }),
  calendar: (year?: string) => withQuery('/admin/calendar', { year }),
  /** A new day off or worked day; with `day` one of the region's own that is moved or removed. */
  calendarDay: (query: Query<'day' | 'change'> = {}) => withQuery('/admin/calendar/day', query),
  calendarHours: () => '/admin/calendar/hours',
  calendarChange: (changeId: string, query: Query<'behind'> = {}) =>
    withQuery(`/admin/calendar/changes/${changeId}`, query),
  terms: () => '/admin/terms',
  /** How staff sign in by the akimat's own provider. */
  adminSignIn: () => '/admin/sign-in',
  staff: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/admin/staff', query),
  staffMember: (staffMemberId: string, changed?: string) => withQuery(`/admin/staff/${staffMemberId}`, { changed }),
  /** Where a colleague's second factor is taken away. */
  resetFactor: (staffMemberId: string) => `/admin/staff/${staffMemberId}/second-factor`,
  erasures: (query: Query<'number' | 'done' | 'held'> = {}) => withQuery('/admin/erasures', query),
  /** Hosts of the region's own. */
  domain: (query: Query<'done'> = {}) => withQuery('/admin/domain', query),
  /** How long what is known of people is kept. */
  retention: () => '/admin/retention',
  retentionTerm: (kind: string, query: Query<'amount' | 'changed'> = {}) =>
    withQuery(`/admin/retention/${kind}`, query),
  /** The region's configuration as a pack, and what of it differs from the one it was made from. */
  pack: () => '/admin/pack',
  packFile: () => '/admin/pack.json',
  comparePack: (changed?: string) => withQuery('/admin/pack/compare', { changed }),
  change: (changeId: string) => `/admin/changes/${changeId}`,
  /** A page of the administrator's with the notice of a change and its way back. */
  withNotice: (path: string, changed: string | undefined) => withQuery(path, { changed }),

  oversight: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/oversight', query),
  oversightTable: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery('/oversight/figures.csv', query),

  /** Where a region takes its data along. */
  data: () => '/admin/data',
  takeoutFile: (takeoutId: string) => `/admin/data/${takeoutId}/file`,
  regions: (query: Query<'search' | 'state' | 'after'> = {}) => withQuery('/platform/regions', query),
  /** One region as the platform sees it. */
  regionState: (slug: string) => `/platform/regions/${slug}`,
  newRegion: () => '/platform/regions/new',
  regionSetup: (setupId: string) => `/platform/regions/setups/${setupId}`,
  countryCalendar: (year?: string) => withQuery('/platform/calendar', { year }),
  countryDay: (query: Query<'day' | 'change'> = {}) => withQuery('/platform/calendar/day', query),
  countryChange: (changeId: string) => `/platform/calendar/changes/${changeId}`,
  /** Where a region's only administrator is helped to a new second factor. */
  resetAdministrator: (slug: string) => `/platform/regions/${slug}/administrator`,

  brand: () => '/brand.css',
  /** A region's emblem; another picture has another address. */
  emblem: (emblemId: string) => `/emblem/${emblemId}`,
} as const

/** `path` if it leads somewhere on this host, else `fallback`: a link in a mail must not send people elsewhere. */
export function ownPath(path: string | null | undefined, fallback: string): string {
  return path && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : fallback
}

/** Whether only a region's staff has business there. */
export const isStaffPath = (path: string): boolean => /^\/(desk|admin|account)(?=[/?]|$)/.test(path)

/** The same resident's page in another language. */
export function inLanguage(path: string, locale: LocaleCode): string {
  return path.replace(/^\/(kk|ru|en)(?=\/|\?|$)/, `/${locale}`)
}
