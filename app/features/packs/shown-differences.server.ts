import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { isLocale, localeNames } from '#app/core/i18n/locales.ts'
import type { Pack } from '#tenants/packs/schema.ts'
import { differingFields, type Difference } from './compare-items.ts'
import { comparePack, type Comparison } from './compare-pack.queries.server.ts'
import type { Fields } from './pack-items.ts'

export interface ShownDifference {
  readonly id: string
  readonly kind: Difference['kind']
  readonly state: Difference['state']
  readonly here: Difference['here']
  readonly there: Difference['there']
  readonly takeable: boolean
  readonly seen: string
  readonly title: string
  readonly fields: readonly { readonly field: string; readonly mine: string; readonly theirs: string }[]
}

/** Every difference in words, in the asker's language. Throws as `packOf`. */
export async function shownDifferences(ctx: TenantContext) {
  const comparison = await comparePack(ctx)
  const say = wordsFor(ctx, comparison)
  const shown = comparison.differences.map(({ mine, theirs, ...difference }): ShownDifference => {
    const fields = differingFields({ mine, theirs })
      .filter((field) => field !== 'whole')
      .map((field) => ({
        field,
        mine: mine ? say(field, mine[field], mine) : '',
        theirs: theirs ? say(field, theirs[field], theirs) : '',
      }))
      .filter(({ mine, theirs }) => mine !== theirs)
    return { ...difference, title: titleOf(ctx, difference, theirs ?? mine ?? {}), fields }
  })
  const { base, newest } = comparison
  return { origin: base && { name: base.name, version: base.version }, newest: newest?.version, shown }
}

/** What a person calls the thing by. */
function titleOf({ locale, t }: TenantContext, { id, kind }: Pick<Difference, 'id' | 'kind'>, fields: Fields): string {
  const name = { kk: fields.nameKk, ru: fields.nameRu, en: fields.nameEn }[locale]
  const key = id.slice(kind.length + 1)
  if (kind === 'setting') return t(`packs:setting.${key}`)
  if (kind === 'term')
    return `${t(`calendars:termKind.${String(fields.kind)}`)}, ${formatDay(String(fields.appliesFrom))}`
  if (kind === 'role')
    return `${t(`staff:role.${String(fields.role)}`)}: ${t(`roles:permission.${String(fields.permission)}`)}`
  if (kind === 'desk') return key.replace('/', ', ')
  return String(name ?? fields.name ?? fields.number ?? key)
}

/** Says a value of a pack as the pages of the settings say it; nothing where it says nothing. */
function wordsFor({ t, locale }: TenantContext, { mine, newest, base }: Comparison) {
  const packs = [mine, newest, base?.contents].filter((pack) => pack !== undefined)
  const nameOf = (list: 'agencies' | 'categories' | 'halls', slug: unknown) => {
    const things: readonly { slug: string; name: Pack['centre'] }[] = packs.flatMap((pack) => [...pack[list]])
    return things.find((thing) => thing.slug === slug)?.name[locale] ?? String(slug)
  }
  const day = (weekday: string) => t(`halls:day.${weekday}`)
  const hours = (intervals: unknown) =>
    [intervals]
      .flat(2)
      .reduce<string>((text, hour, at) => `${text}${at === 0 ? '' : at % 2 ? ' – ' : ', '}${String(hour)}`, '')
  return (field: string, value: unknown, { kind }: Fields): string => {
    if (value === null || value === undefined || value === '') return ''
    if (field === 'agencyId') return nameOf('agencies', value)
    if (field === 'categoryId' || field === 'ofCategoryId') return nameOf('categories', value)
    if (field === 'hallId') return nameOf('halls', value)
    if (field === 'level') return t(`agencies:level.${String(value)}`)
    if (field === 'legalKind') return t(`categories:kind.${String(value)}`)
    if (field === 'meaning') return t(`ratings:meaning.${String(value)}`)
    if (field === 'kind') return kind === 'short' || kind === 'landline' ? t(`hotlines:kind.${kind}`) : ''
    if (field === 'appliesFrom') return formatDay(String(value))
    if (field === 'language') return isLocale(String(value)) ? localeNames[String(value) as 'kk'] : String(value)
    if (field === 'weekdays') return (value as string[]).map(day).join(', ')
    if (field === 'opening' || field === 'week')
      return Object.entries(value)
        .map(([weekday, intervals]) => `${day(weekday)}: ${hours(intervals)}`)
        .join('; ')
    return String(value)
  }
}
