import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { openLessons, wordsWeight, type Counts } from './classifier.ts'

/** A text that somebody wrote down as an example of a category, by the category's slug. It is nobody's appeal. */
export interface Sample {
  readonly category: string
  readonly text: string
}

/** So many of a region's newest closed appeals are learnt from. */
const mostAppeals = 20_000
const pageSize = 500
/** Rows of one statement: PostgreSQL takes 65,535 values. */
const batchSize = 5000

/**
 * Learns anew where appeals go: from written samples, from the words that categories are looked for by, and from the
 * region's own closed appeals. Read and counted outside of the transaction that puts the new model in the old one's place,
 * so a job that is cut off leaves the old one whole. Throws ForbiddenError.
 */
export async function learnRouting(ctx: TenantContext, samples: readonly Sample[]): Promise<void> {
  authorize(ctx.ability, 'learn', 'RoutingRule')
  const { learn, counts } = openLessons()
  const categories = await ctx.db
    .selectFrom('category')
    .select(['id', 'slug', 'nameKk', 'nameRu', 'words'])
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute()
  const idOf = new Map(categories.map(({ id, slug }) => [slug, id]))
  for (const { id, nameKk, nameRu, words } of categories)
    learn({ category: id, text: `${nameKk} ${nameRu} ${words}`, weight: wordsWeight })
  let written = 0
  for (const { category, text } of samples) {
    const id = idOf.get(category)
    // A region may have no such category.
    if (id === undefined) continue
    learn({ category: id, text })
    written += 1
  }
  const appeals = await learnFromAppeals(ctx, learn)
  await replaceModel(ctx, counts(), { appeals, samples: written })
}

/** Reads the newest closed appeals page by page; returns how many there were. */
async function learnFromAppeals(
  { db }: TenantContext,
  learn: ReturnType<typeof openLessons>['learn'],
): Promise<number> {
  let read = 0
  let before: string | undefined
  while (read < mostAppeals) {
    const rows = await db
      .selectFrom('appeal')
      .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
      .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
      .select([
        'appeal.id',
        'appeal.categoryId',
        'appealText.text',
        'appeal.applicantId',
        'applicant.iin',
        'applicant.bin',
      ])
      .where('appeal.status', '=', 'answered')
      .where('appeal.categoryId', 'is not', null)
      .$if(before !== undefined, (query) => query.where('appeal.id', '<', before ?? ''))
      .orderBy('appeal.id', 'desc')
      .limit(pageSize)
      .execute()
    // Who writes often is one person; of an erased one nothing is left to read.
    for (const { categoryId, text, applicantId, iin, bin } of rows)
      learn({ category: categoryId ?? '', text, person: iin || bin || applicantId })
    read += rows.length
    before = rows.at(-1)?.id
    if (rows.length < pageSize) break
  }
  return read
}

async function replaceModel(
  ctx: TenantContext,
  { grams, totals, known }: Counts,
  learnt: { readonly appeals: number; readonly samples: number },
): Promise<void> {
  const learningId = newId()
  const rows = [...grams].map(([gram, counts]) => ({ gram, counts: JSON.stringify(counts), learningId }))
  const model = { trainedAt: ctx.clock.now(), ...learnt, known, totals: JSON.stringify(totals) }
  await inTransaction(ctx, async (ctx) => {
    const { db } = ctx
    // First of all: two that learn at once come one after the other.
    await db
      .insertInto('routingModel')
      .values({ id: 'region', ...model })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(model))
      .execute()
    for (let at = 0; at < rows.length; at += batchSize)
      await db
        .insertInto('routingGram')
        .values(rows.slice(at, at + batchSize))
        .onConflict((conflict) =>
          conflict.column('gram').doUpdateSet((row) => ({
            counts: row.ref('excluded.counts'),
            learningId: row.ref('excluded.learningId'),
          })),
        )
        .execute()
    await db.deleteFrom('routingGram').where('learningId', '!=', learningId).execute()
    await record(ctx, {
      event: 'routingModel.learnt',
      subjectKind: 'routingModel',
      subjectId: 'region',
      fields: ['totals', 'counts'],
      facts: { appeals: learnt.appeals, samples: learnt.samples, known },
    })
  })
}

/** Whether the region has learnt anything yet. Throws ForbiddenError. */
export async function hasLearntRouting(ctx: TenantContext): Promise<boolean> {
  authorize(ctx.ability, 'learn', 'RoutingRule')
  return (await ctx.db.selectFrom('routingModel').select('id').executeTakeFirst()) !== undefined
}
