import type { RowImage } from '#db/schema/core.ts'
import { paths } from '#app/core/paths.ts'

/** Where the administrator sees a thing that was changed; its list where it is gone. */
export function pathOfSubject(kind: string, id: string, changed?: string, gone = false): string {
  const pages: Readonly<Record<string, { one: (id: string, changed?: string) => string; all: string }>> = {
    agency: { one: paths.agency, all: paths.agencies() },
    answerTemplate: { one: paths.template, all: paths.templates() },
    category: { one: paths.category, all: paths.categories() },
    district: { one: paths.district, all: paths.districts() },
    hall: { one: paths.hall, all: paths.halls() },
    service: { one: paths.service, all: paths.services() },
    priorityGroup: { one: paths.priorityGroup, all: paths.priorityGroups() },
    hotline: { one: paths.hotline, all: paths.hotlines() },
    interpreter: { one: paths.interpreter, all: paths.interpreters() },
    invitation: { one: (_id, changed) => paths.withNotice(paths.staff(), changed), all: paths.staff() },
    pack: { one: (_id, changed) => paths.comparePack(changed), all: paths.comparePack() },
    provider: { one: (_id, changed) => paths.withNotice(paths.adminSignIn(), changed), all: paths.adminSignIn() },
    region: { one: (_id, changed) => paths.withNotice(paths.region(), changed), all: paths.region() },
    role: { one: paths.role, all: paths.roles() },
    ratingChoice: { one: paths.ratingChoice, all: paths.ratingChoices() },
    retentionTerm: { one: (id, changed) => paths.retentionTerm(id, { changed }), all: paths.retention() },
    routingRule: { one: paths.routingRule, all: paths.routingRules() },
    staffMember: { one: paths.staffMember, all: paths.staff() },
    wording: { one: paths.text, all: paths.texts() },
    term: { one: (_id, changed) => paths.withNotice(paths.terms(), changed), all: paths.terms() },
  }
  const page = pages[kind]
  if (!page) return paths.withNotice(paths.admin(), changed)
  return gone ? paths.withNotice(page.all, changed) : page.one(id, changed)
}

/** What was done to a thing, as the history words it. */
const verbs = [
  'added',
  'changed',
  'renamed',
  'nameDropped',
  'retired',
  'broughtBack',
  'moved',
  'undone',
  'joined',
  'invited',
  'invitationWithdrawn',
  'localeChosen',
  'dropped',
  'taken',
  'reset',
  'followedProvider',
  'seenAs',
  'handedOver',
  'leftWork',
] as const
export type Verb = (typeof verbs)[number]

/** The verb of `noun.pastVerb`; undefined for one that the history has no words for. */
export const verbOf = (event: string): Verb | undefined => verbs.find((verb) => event.endsWith(`.${verb}`))

/** Fields whose values a person reads as they are kept: no ids, codes or moments. */
const readable = [
  'nameKk',
  'nameRu',
  'nameEn',
  'addressKk',
  'addressRu',
  'addressEn',
  'centreKk',
  'centreRu',
  'centreEn',
  'brandColour',
  'contestDays',
  'reopeningDays',
  'ratingDays',
  'shareLinkDays',
  'attachmentsMost',
  'label',
  'number',
  'words',
  'places',
  'name',
  'text',
  'fullName',
  'workingDays',
  'issuer',
  'clientId',
  'claimValue',
  'amount',
  'permission',
] as const satisfies readonly ShownField[]

/** What a change made of a value; empty where there was none. */
export interface ChangedValue {
  readonly field: ShownField
  readonly before: string
  readonly after: string
}

/** The values of a change that can be read, before and after, in the order they were written. */
export function changedValues(rows: readonly Pick<RowImage, 'before' | 'after'>[]): ChangedValue[] {
  return rows.flatMap(({ before, after }) =>
    readable.flatMap((field) => {
      const [was, is] = [said(before?.[field]), said(after?.[field])]
      return was === is ? [] : [{ field, before: was, after: is }]
    }),
  )
}

const said = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** Names of fields that a person fills in; others are not worth telling. */
export const shownFields = [
  'issuer',
  'clientId',
  'claimValue',
  'role',
  'scopes',
  'rolesClaim',
  'enabled',
  'unknownPeople',
  'ownSignIn',
  'trustsFactors',
  'factorClasses',
  'nameKk',
  'nameRu',
  'nameEn',
  'addressKk',
  'addressRu',
  'addressEn',
  'opening',
  'level',
  'validFrom',
  'meaning',
  'agencyId',
  'hallId',
  'label',
  'legalKind',
  'words',
  'name',
  'text',
  'language',
  'places',
  'ofCategoryId',
  'weekdays',
  'hoursFrom',
  'hoursTo',
  'categoryId',
  'number',
  'kind',
  'fullName',
  'languages',
  'signLanguage',
  'onSite',
  'remote',
  'phone',
  'roles',
  'locale',
  'position',
  'retiredAt',
  'expiresAt',
  'workingDays',
  'appliesFrom',
  'centreKk',
  'centreRu',
  'centreEn',
  'brandColour',
  'emblemId',
  'contestDays',
  'reopeningDays',
  'ratingDays',
  'shareLinkDays',
  'attachmentsMost',
  'attachmentBytes',
  'amount',
  'permission',
] as const
export type ShownField = (typeof shownFields)[number]
