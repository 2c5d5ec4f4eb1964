import type { Selectable } from 'kysely'
import type { TenantContext } from '#app/core/context.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { AgencyOf } from './agencies-of.queries.server.ts'

interface Named {
  readonly nameKk: string
  readonly nameRu: string
  readonly nameEn: string
}

const namesOf = ({ nameKk, nameRu, nameEn }: Named) => ({ kk: nameKk, ru: nameRu, en: nameEn })

/** A part of a pack only where there is something: left out and empty are the same there. */
const given = <Key extends string, Value>(key: Key, value: Value | null | undefined | '') =>
  (value === null || value === undefined || value === '' ? {} : { [key]: value }) as Partial<Record<Key, Value>>

/** Where people may come, whom they call, who interprets, and by which parts of the region places are told. */
export async function placesOf({ db }: TenantContext, agencyOf: AgencyOf) {
  const halls = await db
    .selectFrom('hall')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const desks = await db
    .selectFrom('desk')
    .select(['hallId', 'label', 'agencyId'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const districts = await db
    .selectFrom('district')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const queues = await db
    .selectFrom('hallService')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const groups = await db
    .selectFrom('priorityGroup')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    halls: halls.map((hall) => ({
      slug: hall.slug,
      name: namesOf(hall),
      address: { kk: hall.addressKk, ru: hall.addressRu, en: hall.addressEn },
      opening: hall.opening,
      desks: desks.flatMap(({ hallId, label, agencyId }) => {
        const agency = agencyOf(agencyId)
        return hallId === hall.id && agency ? { label, agency } : []
      }),
      queues: queues.flatMap((row) => {
        const agency = agencyOf(row.agencyId)
        const { letter, promiseMinutes } = row
        return row.hallId === hall.id && agency ? { letter, agency, name: namesOf(row), promiseMinutes } : []
      }),
    })),
    priorityGroups: groups.map((row) => ({ name: namesOf(row), creditMinutes: row.creditMinutes })),
    districts: districts.map((row) => ({ slug: row.slug, name: namesOf(row), ...given('words', row.words) })),
    hotlines: await db
      .selectFrom('hotline')
      .select(['number', 'kind'])
      .where('retiredAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    interpreters: await db
      .selectFrom('interpreter')
      .select(['fullName', 'languages', 'signLanguage', 'onSite', 'remote'])
      .where('retiredAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  }
}

/** What people bring, where it goes, and what answers may begin with. What leads to something retired stays behind. */
export async function routingOf({ db }: TenantContext, agencyOf: AgencyOf) {
  const rows = await db
    .selectFrom('category')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const categories = rows.flatMap((row) => {
    const agency = agencyOf(row.agencyId)
    const { id, slug, legalKind, words } = row
    return agency ? { id, slug, agency, legalKind, name: namesOf(row), ...given('words', words) } : []
  })
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]))
  const isKnown = (id: string | null) => id === null || slugs.has(id)
  const rules = await db
    .selectFrom('routingRule')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const templates = await db
    .selectFrom('answerTemplate')
    .select(['language', 'categoryId', 'name', 'text'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    categories: categories.map(({ id: _id, ...category }) => category),
    routingRules: rules.flatMap((rule) => {
      const agency = agencyOf(rule.agencyId)
      if (!agency || !isKnown(rule.categoryId) || !isKnown(rule.ofCategoryId)) return []
      return {
        name: rule.name,
        words: rule.words,
        places: rule.places,
        ...given('ofCategory', slugs.get(rule.ofCategoryId ?? '')),
        ...given('language', rule.language),
        weekdays: rule.weekdays,
        ...given('hours', rule.hoursFrom !== null && rule.hoursTo !== null ? [rule.hoursFrom, rule.hoursTo] : null),
        agency,
        ...given('category', slugs.get(rule.categoryId ?? '')),
      }
    }),
    answerTemplates: templates.flatMap(({ categoryId, ...template }) =>
      isKnown(categoryId) ? { ...template, ...given('category', slugs.get(categoryId ?? '')) } : [],
    ),
  }
}

/** In which words people judge an answer, what roles may, and the region's own words for anything. */
export async function answersOf({ db }: TenantContext, profile: Selectable<TenantTables['regionProfile']>) {
  const choices = await db
    .selectFrom('ratingChoice')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    ratings: {
      days: profile.ratingDays,
      reopeningDays: profile.reopeningDays,
      choices: choices.map((choice) => ({ meaning: choice.meaning, name: namesOf(choice) })),
    },
    roles: await db
      .selectFrom('rolePermission')
      .select(['role', 'permission', 'granted'])
      .orderBy('role')
      .orderBy('permission')
      .execute(),
    wording: await db.selectFrom('wording').select(['locale', 'namespace', 'key', 'text']).orderBy('id').execute(),
  }
}
