import type { TenantContext } from '#app/core/context.ts'
import { gramsOfText, isCertain, judge, type Likely } from './classifier.ts'

/** The category that a text is likely to be of, in use; undefined where the classifier is not certain enough to say one. */
export async function findLikely(
  { db }: TenantContext,
  text: string,
  among: ReadonlySet<string>,
): Promise<Likely | undefined> {
  const asked = gramsOfText(text)
  if (asked.length === 0) return undefined
  const model = await db.selectFrom('routingModel').select(['totals', 'known']).executeTakeFirst()
  if (!model) return undefined
  const rows = await db.selectFrom('routingGram').select(['gram', 'counts']).where('gram', 'in', asked).execute()
  const grams = new Map(rows.map(({ gram, counts }) => [gram, counts]))
  return judge({ ...model, grams }, text, among).find(isCertain)
}
