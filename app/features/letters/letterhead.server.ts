import { getRegion, readEmblem } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { translatorOf, type Translate } from '#app/core/i18n/texts.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** What stands at the head of a region's papers, in the paper's language. */
export interface Letterhead {
  readonly centre: string
  /** Address and telephones, a line each. */
  readonly lines: readonly string[]
  readonly colour: string
  /** The region's own emblem as PNG; the house mark stands in its place. */
  readonly emblem: Buffer | undefined
  readonly timeZone: string
  readonly t: Translate
}

/**
 * The region's letterhead in `language`: its emblem and centre, the first hall's address, the numbers to call. Not inside a
 * transaction.
 */
export async function letterheadOf(ctx: TenantContext, language: LocaleCode): Promise<Letterhead> {
  const t = translatorOf(ctx.texts[language])
  const region = await getRegion({ ...ctx, locale: language })
  const { brandColour, emblemId } = await ctx.db
    .selectFrom('regionProfile')
    .select(['brandColour', 'emblemId'])
    .executeTakeFirstOrThrow()
  const hall = await ctx.db
    .selectFrom('hall')
    .select(['addressKk', 'addressRu', 'addressEn'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst()
  const address = hall && { kk: hall.addressKk, ru: hall.addressRu, en: hall.addressEn }[language]
  const numbers = region.hotlines.map(({ number }) => number).join(', ')
  return {
    centre: region.centre,
    lines: [address ?? '', numbers && `${t('letters:paper.telephone')}: ${numbers}`].filter(Boolean),
    colour: brandColour,
    emblem: emblemId ? await readEmblem(ctx, emblemId) : undefined,
    timeZone: region.timeZone,
    t,
  }
}
