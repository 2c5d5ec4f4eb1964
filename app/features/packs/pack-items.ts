import type { Pack } from '#tenants/packs/schema.ts'

/** What a pack is made of, each with a key by which it is found again in another version and in the region. */
export const itemKinds = [
  'setting',
  'agency',
  'category',
  'district',
  'hall',
  'desk',
  'queue',
  'priorityGroup',
  'hotline',
  'template',
  'rule',
  'choice',
  'term',
  'role',
  'wording',
  'service',
  'lifeSituation',
] as const
export type ItemKind = (typeof itemKinds)[number]

export type Fields = Readonly<Record<string, unknown>>

export interface PackItem {
  /** `desk/main/3` */
  readonly id: string
  readonly kind: ItemKind
  /** Named as the columns of the region's tables, but agencies and categories by their slugs. */
  readonly fields: Fields
}

type Names = Readonly<Record<'kk' | 'ru' | 'en', string>>

const names = ({ kk, ru, en }: Names) => ({ nameKk: kk, nameRu: ru, nameEn: en })

/** Each with its key; a key that was there before gets `#2`, `#3`, …, so that none is lost. */
export function keyed<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, item: T][] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const key = keyOf(item)
    const time = (seen.get(key) ?? 0) + 1
    seen.set(key, time)
    return [time === 1 ? key : `${key}#${time}`, item]
  })
}

export const templateKey = (item: { language: string; category?: string | undefined; name: string }): string =>
  `${item.language}/${item.category ?? ''}/${item.name}`

/** Everything of a pack but its interpreters, who are people. */
export function itemsOf(pack: Pack): ReadonlyMap<string, PackItem> {
  const items: PackItem[] = []
  const put = <T>(kind: ItemKind, list: readonly T[], keyOf: (item: T) => string, fieldsOf: (item: T) => Fields) => {
    for (const [key, item] of keyed(list, keyOf)) items.push({ id: `${kind}/${key}`, kind, fields: fieldsOf(item) })
  }
  const bySlug = ({ slug }: { readonly slug: string }) => slug
  put('setting', settingsOf(pack), ([key]) => key, ([, fields]) => fields) // prettier-ignore
  put('agency', pack.agencies, bySlug, ({ level, email = null, name }) => ({ ...names(name), level, email }))
  put('category', pack.categories, bySlug, ({ name, agency, legalKind, words = '' }) => {
    return { ...names(name), agencyId: agency, legalKind, words }
  })
  put('district', pack.districts, bySlug, ({ name, words = '' }) => ({ ...names(name), words }))
  put('hall', pack.halls, bySlug, ({ name, address, opening }) => {
    return { ...names(name), addressKk: address.kk, addressRu: address.ru, addressEn: address.en, opening }
  })
  const desks = pack.halls.flatMap(({ slug, desks }) => desks.map((desk) => ({ hall: slug, ...desk })))
  put('desk', desks, ({ hall, label }) => `${hall}/${label}`, ({ hall, label, agency }) => ({ hallId: hall, label, agencyId: agency })) // prettier-ignore
  const queues = pack.halls.flatMap(({ slug, queues }) => queues.map((queue) => ({ hall: slug, ...queue })))
  put('queue', queues, ({ hall, letter }) => `${hall}/${letter}`, ({ hall, letter, agency, name, promiseMinutes }) => ({ hallId: hall, letter, agencyId: agency, ...names(name), promiseMinutes })) // prettier-ignore
  put('priorityGroup', pack.priorityGroups, ({ name }) => name.kk, ({ name, creditMinutes }) => ({ ...names(name), creditMinutes })) // prettier-ignore
  put('hotline', pack.hotlines, ({ number }) => number, ({ number, kind }) => ({ number, kind })) // prettier-ignore
  put('template', pack.answerTemplates, templateKey, ({ language, category, name, text }) => {
    return { language, categoryId: category ?? null, name, text }
  })
  put('rule', pack.routingRules, ({ name }) => name, ruleFields) // prettier-ignore
  put('choice', pack.ratings.choices, ({ meaning }) => meaning, ({ meaning, name }) => ({ meaning, ...names(name) })) // prettier-ignore
  put('term', allTerms(pack), ({ kind, appliesFrom }) => `${kind}/${appliesFrom}`, (term) => ({ ...term })) // prettier-ignore
  // A pack that was unpacked before there were any says nothing of roles.
  put('role', pack.roles ?? [], ({ role, permission }) => `${role}/${permission}`, (one) => ({ ...one, whole: one.granted })) // prettier-ignore
  put('wording', pack.wording, ({ locale, namespace, key }) => `${locale}/${namespace}:${key}`, ({ locale, key, text }) => ({ language: locale, name: key, text })) // prettier-ignore
  put('service', pack.services, bySlug, (service) => ({ ...names(service.name), whole: service }))
  put('lifeSituation', pack.lifeSituations, bySlug, (one) => ({ ...names(one.title), whole: one }))
  return new Map(items.map((item) => [item.id, item]))
}

function settingsOf(pack: Pack): [key: string, fields: Fields][] {
  const { kk, ru, en } = pack.centre
  const { days, reopeningDays } = pack.ratings
  return [
    ['centre', { nameKk: kk, nameRu: ru, nameEn: en }],
    ['brand', { brandColour: pack.brandColour }],
    ['hours', { week: pack.week, dayEnd: pack.dayEnd, innerDays: pack.innerDays }],
    ['attachments', { ...pack.attachments }],
    ['otherBodies', { ...pack.otherBodies }],
    ['ratings', { days, reopeningDays }],
  ]
}

function ruleFields(rule: Pack['routingRules'][number]): Fields {
  return {
    name: rule.name,
    words: rule.words,
    places: rule.places,
    ofCategoryId: rule.ofCategory ?? null,
    language: rule.language ?? null,
    weekdays: rule.weekdays,
    hoursFrom: rule.hours?.[0] ?? null,
    hoursTo: rule.hours?.[1] ?? null,
    agencyId: rule.agency,
    categoryId: rule.category ?? null,
  }
}

const allTerms = ({ terms, forwardTerms, cureTerms }: Pack) => [
  ...terms.map(({ legalKind, workingDays, appliesFrom }) => ({ kind: legalKind as string, workingDays, appliesFrom })),
  ...forwardTerms.map((term) => ({ kind: 'forwarding', ...term })),
  ...cureTerms.map((term) => ({ kind: 'cure', ...term })),
]
