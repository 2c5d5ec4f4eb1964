import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { judged, mustBeRewordable, shippedIn } from './own-words.server.ts'
import type { ShippedText } from './shipped-texts.ts'
import { wordingRows } from './wording-rows.server.ts'
import type { ResetText, RewordText } from './wordings.schema.ts'

/**
 * Puts the region's own words in the place of a shipped text, in one language. The shipped words themselves are no words of
 * its own. Throws ForbiddenError, NotFound for a text that may not be reworded, InvalidInput for words that cannot stand
 * there, Refusal for a form made from older words.
 */
export function rewordText(ctx: TenantContext, id: string, input: RewordText): Promise<string | undefined> {
  return makeChange(ctx, { event: 'wording.changed', may: 'Region', input: of(id, input) }, async (ctx, change) => {
    const shippedText = mustBeRewordable(ctx, id)
    const { locale, version } = input
    const shipped = shippedIn(shippedText, locale)
    const text = judged(shipped, locale, input.text)
    const row = await lockWording(ctx, shippedText, locale, version)
    const { area: namespace, key } = shippedText
    if (text === shipped && row) await change.remove(wordingRows, row)
    else if (row) await change.update(wordingRows, row, { text })
    else if (text !== shipped)
      await change.insert(wordingRows, { id: newId(), locale, namespace, key, text, version: 1 })
    return subjectOf(id, locale)
  })
}

/** Goes back to the shipped text in one language. Throws as `rewordText`. */
export function resetText(ctx: TenantContext, id: string, input: ResetText): Promise<string | undefined> {
  return makeChange(ctx, { event: 'wording.reset', may: 'Region', input: of(id, input) }, async (ctx, change) => {
    const { locale, version } = input
    const row = await lockWording(ctx, mustBeRewordable(ctx, id), locale, version)
    if (row) await change.remove(wordingRows, row)
    return subjectOf(id, locale)
  })
}

/** The same form on another text's page is another change. */
const of = <Input extends object>(id: string, input: Input) => ({ ...input, id })

const subjectOf = (id: string, locale: LocaleCode) => ({ kind: 'wording', id, refs: { locale } })

/** The region's words as the form saw them, locked; undefined where it saw the shipped ones. Throws Refusal. */
async function lockWording(ctx: TenantContext, { area, key }: ShippedText, locale: LocaleCode, version: number) {
  const row = await ctx.db
    .selectFrom('wording')
    .selectAll()
    .where('namespace', '=', area)
    .where('key', '=', key)
    .where('locale', '=', locale)
    .forUpdate()
    .executeTakeFirst()
  if ((row?.version ?? 0) !== version) throw new Refusal('common:change.stale')
  return row
}
