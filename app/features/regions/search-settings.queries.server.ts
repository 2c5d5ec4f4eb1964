import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { searchFor } from '#app/core/i18n/search.ts'
import { foldedWords } from '#app/core/i18n/fold.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { paths } from '#app/core/paths.ts'
import { adminPages } from './admin-pages.ts'

/** Something of the settings that was found. */
export interface FoundThing {
  readonly href: string
  readonly name: string
  readonly retired: boolean
}

export type FoundKind =
  | 'pages'
  | 'agencies'
  | 'categories'
  | 'districts'
  | 'halls'
  | 'hotlines'
  | 'interpreters'
  | 'staff'
  | 'texts'

export interface FoundGroup {
  readonly kind: FoundKind
  readonly things: readonly FoundThing[]
  /** How many there are beyond these. */
  readonly more: number
}

/** So many of a kind are shown. */
export const mostOfKind = 10

/** Whether there is anything to look for in what was typed. */
export const looksForSomething = (typed: string): boolean => foldedWords(typed).length > 0

/**
 * Pages of the settings, and what the region is made of, by name in any of the three languages, typed with Kazakh letters or
 * without; a number by its digits. Kinds of which nothing is found are left out. Throws ForbiddenError.
 */
export async function searchSettings(ctx: TenantContext, typed: string): Promise<FoundGroup[]> {
  authorize(ctx.ability, 'configure', 'Region')
  if (!looksForSomething(typed)) return []
  const finds = searchFor(typed)
  const named = <Row extends Names>(rows: readonly Row[], hrefOf: (id: string) => string) =>
    rows
      .filter(({ nameKk, nameRu, nameEn }) => finds(nameKk, nameRu, nameEn))
      .map((row) => ({ href: hrefOf(row.id), name: inLocale(ctx, row), retired: row.retiredAt !== null }))
  const rows = await readRows(ctx)
  const digits = typed.replace(/\D/g, '')
  const people = <Row extends { id: string; fullName: string; retiredAt: Date | null }>(
    all: readonly Row[],
    hrefOf: (id: string) => string,
  ) =>
    all
      .filter(({ fullName }) => finds(fullName))
      .map(({ id, fullName, retiredAt }) => ({ href: hrefOf(id), name: fullName, retired: retiredAt !== null }))
  const found: readonly (readonly [FoundKind, readonly FoundThing[]])[] = [
    ['pages', findPages(ctx, finds)],
    ['agencies', distinct(named(rows.agencies, paths.agency))],
    ['categories', named(rows.categories, paths.category)],
    ['districts', named(rows.districts, paths.district)],
    ['halls', named(rows.halls, paths.hall)],
    [
      'hotlines',
      rows.hotlines
        .filter(({ number }) => digits !== '' && number.replace(/\D/g, '').includes(digits))
        .map(({ id, number, retiredAt }) => ({ href: paths.hotline(id), name: number, retired: retiredAt !== null })),
    ],
    ['interpreters', people(rows.interpreters, paths.interpreter)],
    ['staff', people(rows.staff, paths.staffMember)],
  ]
  return found.flatMap(([kind, things]) =>
    things.length === 0
      ? []
      : { kind, things: things.slice(0, mostOfKind), more: Math.max(0, things.length - mostOfKind) },
  )
}

interface Names {
  readonly id: string
  readonly nameKk: string
  readonly nameRu: string
  readonly nameEn: string
  readonly retiredAt: Date | null
}

const inLocale = ({ locale }: TenantContext, { nameKk, nameRu, nameEn }: Names) =>
  ({ kk: nameKk, ru: nameRu, en: nameEn })[locale]

async function readRows({ db }: TenantContext) {
  const names = ['id', 'nameKk', 'nameRu', 'nameEn', 'retiredAt'] as const
  return {
    // By its names of other days too: people look for what an agency used to be called.
    agencies: await db
      .selectFrom('agency')
      .innerJoin('agencyName', 'agencyName.agencyId', 'agency.id')
      .select(['agency.id', 'agency.retiredAt'])
      .select(['agencyName.nameKk', 'agencyName.nameRu', 'agencyName.nameEn'])
      .orderBy('agency.position')
      .orderBy('agency.id')
      .orderBy('agencyName.validFrom', 'desc')
      .execute(),
    categories: await db.selectFrom('category').select(names).orderBy('position').orderBy('id').execute(),
    districts: await db.selectFrom('district').select(names).orderBy('position').orderBy('id').execute(),
    halls: await db.selectFrom('hall').select(names).orderBy('position').orderBy('id').execute(),
    hotlines: await db
      .selectFrom('hotline')
      .select(['id', 'number', 'retiredAt'])
      .orderBy('position')
      .orderBy('id')
      .execute(),
    interpreters: await db
      .selectFrom('interpreter')
      .select(['id', 'fullName', 'retiredAt'])
      .orderBy('position')
      .orderBy('id')
      .execute(),
    staff: await db
      .selectFrom('staffMember')
      .select(['id', 'fullName', 'retiredAt'])
      .orderBy('fullName')
      .orderBy('id')
      .execute(),
  }
}

/** An agency once, whatever many of its names were found. */
const distinct = (things: readonly FoundThing[]) =>
  things.filter(({ href }, at) => things.findIndex((other) => other.href === href) === at)

function findPages(ctx: TenantContext, finds: (...texts: string[]) => boolean): FoundThing[] {
  const translators = localeCodes.map((locale) => translatorOf(ctx.texts[locale]))
  return adminPages
    .filter(({ label, words }) =>
      [label, ...words].some((key) => finds(...translators.map((translate) => translate(`regions:${key}`)))),
    )
    .map(({ href, label }) => ({ href, name: ctx.t(`regions:${label}`), retired: false }))
}
