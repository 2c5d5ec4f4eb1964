import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { loadRegions } from '#tenants/packs/load.ts'

/** A region of the country, whether it has a centre with us or not, in one language. */
export interface CountryRegion {
  readonly slug: string
  readonly name: string
  /** Three or four letters of it. */
  readonly short: string
  readonly population: number
  /** Its place on the tile map, from 0 at the upper left. */
  readonly tile: { readonly column: number; readonly row: number }
}

let reading: ReturnType<typeof loadRegions> | undefined

/** All regions of the country in the alphabet of `locale`. The list comes with the product and is read once. */
export async function listCountry(locale: LocaleCode): Promise<CountryRegion[]> {
  const regions = await (reading ??= loadRegions())
  const { compare } = new Intl.Collator(locale)
  return regions
    .map(({ slug, name, short, population, tile }) => {
      return { slug, name: name[locale], short: short[locale], population, tile }
    })
    .toSorted((a, b) => compare(a.name, b.name))
}
