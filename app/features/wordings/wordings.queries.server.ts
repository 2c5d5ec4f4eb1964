import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { searchFor } from '#app/core/i18n/search.ts'
import { shippedOf } from '#app/core/i18n/texts.ts'
import { valuesOf, withValues } from '#app/core/i18n/wording.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { isArea, type Area } from './areas.ts'
import { judged, mustBeRewordable, shippedIn } from './own-words.server.ts'
import { sampleValues } from './samples.ts'
import { shippedTexts } from './shipped-texts.ts'

/** What a list of texts is wished for. */
export interface TextWish {
  readonly search: string
  /** `own`: what the region has reworded. */
  readonly area: Area | 'own' | ''
}

/** A text in a list. */
export interface ListedText {
  readonly id: string
  readonly area: Area
  /** As the region says it, in the asker's language where there is one. */
  readonly text: string
  /** Languages in which it stands in the region's own words, as they are called. */
  readonly own: readonly string[]
}

/** As many as a page shows; a search finds the others. */
const mostShown = 50

/** What the address asks of the list; anything unheard-of is everything. */
export function textWishOf(request: Request): TextWish {
  const query = new URL(request.url).searchParams
  const area = query.get('area') ?? ''
  return { search: (query.get('search') ?? '').slice(0, 200), area: area === 'own' || isArea(area) ? area : '' }
}

/** Texts whose key or words, shipped or own, hold everything that was typed. Throws ForbiddenError. */
export async function listTexts(
  ctx: TenantContext,
  wish: TextWish,
  most = mostShown,
): Promise<{ texts: ListedText[]; more: number }> {
  authorize(ctx.ability, 'configure', 'Region')
  const own = await readOwn(ctx)
  const finds = searchFor(wish.search)
  const found = [...shippedTexts(shippedOf(ctx.texts)).values()].filter(({ id, area, texts }) => {
    const reworded = own.get(id)
    if (wish.area === 'own' ? !reworded : wish.area !== '' && wish.area !== area) return false
    return finds(id, ...Object.values(texts), ...Object.values(reworded ?? {}).map(({ text }) => text))
  })
  const listed = found.slice(0, most).map(({ id, area, texts }) => {
    const reworded = own.get(id) ?? {}
    const said = (locale: LocaleCode) => reworded[locale]?.text ?? texts[locale]
    return {
      id,
      area,
      text: said(ctx.locale) ?? localeCodes.map(said).find((text) => text !== undefined) ?? '',
      own: localeCodes.filter((locale) => reworded[locale]).map((locale) => localeNames[locale]),
    }
  })
  return { texts: listed, more: found.length - listed.length }
}

/** One language of a text for its form. */
export interface TextForm {
  readonly locale: LocaleCode
  readonly shipped: string
  /** Null where the shipped words stand. */
  readonly own: string | null
  readonly version: number
  /** What must stand in it, as it is written: `{{number}}`. */
  readonly values: readonly string[]
  /** As people read it, with sample values. */
  readonly sample: string
}

/** One text in the languages that have it. Throws ForbiddenError, NotFound. */
export async function getText(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'Region')
  const { area, texts } = mustBeRewordable(ctx, id)
  const own = (await readOwn(ctx)).get(id) ?? {}
  const forms = localeCodes.flatMap((locale): TextForm[] => {
    const shipped = texts[locale]
    if (shipped === undefined) return []
    const row = own[locale]
    return [
      {
        locale,
        shipped,
        own: row?.text ?? null,
        version: row?.version ?? 0,
        values: valuesOf(shipped),
        sample: sampled(ctx, row?.text ?? shipped),
      },
    ]
  })
  return { id, area, forms }
}

/** What people would read. Throws ForbiddenError, NotFound, and InvalidInput for words that cannot stand there. */
export function previewText(ctx: TenantContext, id: string, locale: LocaleCode, typed: string): string {
  authorize(ctx.ability, 'configure', 'Region')
  return sampled(ctx, judged(shippedIn(mustBeRewordable(ctx, id), locale), locale, typed))
}

const sampled = ({ t }: TenantContext, text: string) =>
  withValues(text, {
    ...sampleValues,
    agency: t('wordings:sample.agency'),
    name: t('wordings:sample.name'),
    language: t('wordings:sample.language'),
    typed: t('wordings:sample.typed'),
  })

type OwnWords = Partial<Record<LocaleCode, { readonly text: string; readonly version: number }>>

async function readOwn({ db }: TenantContext): Promise<ReadonlyMap<string, OwnWords>> {
  const rows = await db.selectFrom('wording').select(['locale', 'namespace', 'key', 'text', 'version']).execute()
  const own = new Map<string, OwnWords>()
  for (const { locale, namespace, key, text, version } of rows) {
    const id = `${namespace}:${key}`
    own.set(id, { ...own.get(id), [locale]: { text, version } })
  }
  return own
}
