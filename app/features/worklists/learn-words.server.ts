import { wordsOf } from '#db/sql/search.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { shortestCorrected } from './spelling.ts'

/** So many of the newest appeals are read: words change, and the work stays the same however large the region is. */
const mostAppeals = 20_000

/** So many words are kept, those that most people use. */
const mostWords = 30_000

/** A word that fewer people use could be somebody's name, and must be gone when that person is erased. */
const fewestPeople = 3

/** Learns the region's words anew: what a typo may have meant. Returns how many there are. Two statements. */
export function learnWords(ctx: TenantContext): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'read', 'Appeal')
    await ctx.db.deleteFrom('searchWord').where('letters', '>', 0).execute()
    const made = await ctx.db
      .insertInto('searchWord')
      .columns(['word', 'letters', 'people'])
      .expression((db) =>
        db
          .selectFrom((from) =>
            from
              .selectFrom((from) =>
                from
                  .selectFrom('appealText')
                  .select(['appealId', 'folded'])
                  .orderBy('appealId', 'desc')
                  .limit(mostAppeals)
                  .as('newest'),
              )
              .innerJoin('appeal', 'appeal.id', 'newest.appealId')
              .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
              // One person with many appeals is one person.
              .select((row) => [
                wordsOf('newest.folded').as('word'),
                row.fn.coalesce('applicant.iin', 'applicant.phone', 'applicant.email', 'applicant.id').as('who'),
              ])
              .as('used'),
          )
          .select((row) => [
            'used.word',
            row.fn<number>('length', ['used.word']).as('letters'),
            row.fn.count<number>('used.who').distinct().as('people'),
          ])
          .where((row) => row.between(row.fn<number>('length', ['used.word']), shortestCorrected, 40))
          .groupBy('used.word')
          .having((row) => row(row.fn.count('used.who').distinct(), '>=', fewestPeople))
          .orderBy('people', 'desc')
          .orderBy('used.word')
          .limit(mostWords),
      )
      .executeTakeFirst()
    return Number(made.numInsertedOrUpdatedRows ?? 0)
  })
}
