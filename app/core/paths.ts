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
  /** The link in a mail; it leads on to the appeal. */
  openAppeal: (locale: LocaleCode, appealId: string, key: string) =>
    withQuery(`/${locale}/appeals/${appealId}/open`, { key }),
  /** `draft` is what files are kept under while it is written. */
  addInformation: (locale: LocaleCode, appealId: string, draft?: string) =>
    withQuery(`/${locale}/appeals/${appealId}/information`, { draft }),
  withdrawAppeal: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/withdraw`,
  receipt: (locale: LocaleCode, appealId: string) => `/${locale}/appeals/${appealId}/receipt`,
  appealFile: (locale: LocaleCode, appealId: string, fileId: string) =>
    `/${locale}/appeals/${appealId}/files/${fileId}`,

  /** Where a body without accounts answers its part of an appeal. */
  part: (locale: LocaleCode, linkId: string) => `/${locale}/parts/${linkId}`,
  /** The link in its mail; it leads on to the part. */
  openPart: (locale: LocaleCode, linkId: string, key: string) => withQuery(`/${locale}/parts/${linkId}/open`, { key }),
  partFile: (locale: LocaleCode, linkId: string, fileId: string) => `/${locale}/parts/${linkId}/files/${fileId}`,

  entrance: () => '/',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  signOut: () => '/sign-out',
  forgottenPassword: () => '/forgotten-password',
  newPassword: (token: string) => withQuery('/new-password', { token }),
  invitation: (invitationId: string, token: string) => withQuery(`/invitations/${invitationId}`, { token }),
  signInCode: (next?: string) => withQuery('/sign-in/code', { next }),
  signInPasskey: () => '/sign-in/passkey',
  account: () => '/account',
  secondFactor: () => '/account/second-factor',
  sessions: () => '/account/sessions',
  passkeys: () => '/account/passkeys',
  passkeyOptions: () => '/account/passkeys/options',
  password: () => '/account/password',

  deskFile: (appealId: string, fileId: string) => `/desk/appeals/${appealId}/files/${fileId}`,
  worklist: (query: Query<string> = {}) => withQuery('/desk', query),
  appeal: (appealId: string, query: Query<string> = {}) => withQuery(`/desk/appeals/${appealId}`, query),
  appealLive: (appealId: string) => `/desk/appeals/${appealId}/live`,

  admin: () => '/admin',
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
  staff: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/admin/staff', query),
  staffMember: (staffMemberId: string, changed?: string) => withQuery(`/admin/staff/${staffMemberId}`, { changed }),
  /** Where a colleague's second factor is taken away. */
  resetFactor: (staffMemberId: string) => `/admin/staff/${staffMemberId}/second-factor`,
  change: (changeId: string) => `/admin/changes/${changeId}`,
  /** A page of the administrator's with the notice of a change and its way back. */
  withNotice: (path: string, changed: string | undefined) => withQuery(path, { changed }),

  oversight: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery('/oversight', query),
  oversightTable: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery('/oversight/figures.csv', query),

  regions: () => '/platform/regions',
  /** Where a region's only administrator is helped to a new second factor. */
  resetAdministrator: (slug: string) => `/platform/regions/${slug}/administrator`,

  brand: () => '/brand.css',
} as const

/** `path` if it leads somewhere on this host, else `fallback`: a link in a mail must not send people elsewhere. */
export function ownPath(path: string | null | undefined, fallback: string): string {
  return path && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : fallback
}

/** The same resident's page in another language. */
export function inLanguage(path: string, locale: LocaleCode): string {
  return path.replace(/^\/(kk|ru|en)(?=\/|\?|$)/, `/${locale}`)
}
