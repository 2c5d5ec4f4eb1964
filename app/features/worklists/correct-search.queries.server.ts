import type { TenantContext } from '#app/core/context.ts'
import { foldedWords } from '#app/core/i18n/fold.ts'
import { likeliest, mostWrong, shortestCorrected } from './spelling.ts'

/**
 * What a search may have meant: each word that nobody uses replaced by the nearest that people do; undefined where
 * nothing better is known. One statement.
 */
export async function correctedSearch({ db }: TenantContext, typed: string): Promise<string | undefined> {
  const words = foldedWords(typed)
  const doubtful = words.filter((word) => word.length >= shortestCorrected && !/\d/.test(word))
  if (doubtful.length === 0) return undefined
  const known = await db
    .selectFrom('searchWord')
    .select(['word', 'people'])
    .where((row) =>
      row.or(
        doubtful.map((word) => row.between('letters', word.length - mostWrong(word), word.length + mostWrong(word))),
      ),
    )
    .execute()
  const used = new Set(known.map(({ word }) => word))
  const meant = words.map((word) =>
    doubtful.includes(word) && !used.has(word) ? (likeliest(word, known) ?? word) : word,
  )
  return meant.some((word, at) => word !== words[at]) ? meant.join(' ') : undefined
}
