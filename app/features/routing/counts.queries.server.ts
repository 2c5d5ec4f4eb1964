import { listCategories } from '#app/features/categories/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { RoutingSource } from '#db/schema/routing.ts'

const countedDays = 90
const day = 86_400_000

/** What became of suggestions of one source, in one category; `shown` to whoever decided. */
export interface SuggestionCount {
  readonly key: string
  readonly about: 'category' | 'agency'
  readonly source: RoutingSource
  /** In the asker's language; empty where a rule named no category, or it is retired. */
  readonly category: string
  readonly shown: number
  readonly confirmed: number
  readonly overridden: number
}

/** What became of the suggestions of the last ninety days, and what the classifier learnt from. Throws ForbiddenError. */
export async function getRoutingCounts(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'RoutingRule')
  const { db, clock } = ctx
  const rows = await db
    .selectFrom('routingChoice')
    .select(['about', 'source', 'categoryId', 'outcome'])
    .select((row) => row.fn.countAll<string>().as('times'))
    .where('decidedAt', '>', new Date(clock.now().getTime() - countedDays * day))
    .groupBy(['about', 'source', 'categoryId', 'outcome'])
    .execute()
  const names = new Map((await listCategories(ctx)).map(({ id, name }) => [id, name]))
  const counts = Map.groupBy(rows, ({ about, source, categoryId }) => `${about}.${source}.${categoryId ?? ''}`)
  const found = [...counts].flatMap(([key, [first, ...rest]]): SuggestionCount[] => {
    if (!first) return []
    const times = (outcome: 'confirmed' | 'overridden') =>
      [first, ...rest].filter((row) => row.outcome === outcome).reduce((sum, row) => sum + Number(row.times), 0)
    const [confirmed, overridden] = [times('confirmed'), times('overridden')]
    const { about, source, categoryId } = first
    const category = names.get(categoryId ?? '') ?? ''
    return [{ key, about, source, category, shown: confirmed + overridden, confirmed, overridden }]
  })
  return {
    counts: found.toSorted((one, other) => other.shown - one.shown || (one.key < other.key ? -1 : 1)),
    model: await getModel(ctx),
  }
}

/** What the region's classifier was made of; undefined before the first night. */
async function getModel({ db }: TenantContext) {
  const row = await db
    .selectFrom('routingModel')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['trainedAt', 'appeals', 'samples', 'known', 'regionProfile.timeZone'])
    .executeTakeFirst()
  if (!row) return undefined
  const { trainedAt, timeZone, ...model } = row
  return { ...model, trainedAt: formatMoment(trainedAt, timeZone) }
}
