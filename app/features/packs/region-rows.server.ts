import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { keyed, templateKey, type ItemKind } from './pack-items.ts'

/** Kinds of which a table of the region has rows that keep their place and can be retired. */
export type OrderedKind =
  | 'agency'
  | 'category'
  | 'district'
  | 'hall'
  | 'desk'
  | 'queue'
  | 'priorityGroup'
  | 'hotline'
  | 'template'
  | 'rule'
  | 'choice'

const tables = {
  agency: 'agency',
  category: 'category',
  district: 'district',
  hall: 'hall',
  desk: 'desk',
  queue: 'hallService',
  priorityGroup: 'priorityGroup',
  hotline: 'hotline',
  template: 'answerTemplate',
  rule: 'routingRule',
  choice: 'ratingChoice',
} as const

export const isOrdered = (kind: ItemKind): kind is OrderedKind => Object.hasOwn(tables, kind)

/**
 * The id of every row of a kind by its key in packs. A retired one is found where no other has its key: what comes again
 * in a pack comes back.
 */
export async function idsByKey(ctx: TenantContext, kind: OrderedKind): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(ctx, kind)
  const used = keyed(
    rows.filter(({ retiredAt }) => !retiredAt),
    ({ key }) => key,
  )
  const found = new Map(used.map(([key, { id }]) => [key, id]))
  for (const { key, id, retiredAt } of rows) if (retiredAt && !found.has(key)) found.set(key, id)
  return found
}

interface KeyedRow {
  readonly id: string
  readonly key: string
  readonly retiredAt: Date | null
}

async function rowsOf({ db }: TenantContext, kind: OrderedKind): Promise<KeyedRow[]> {
  if (kind === 'hotline') {
    const rows = await db.selectFrom('hotline').selectAll().orderBy('position').orderBy('id').execute()
    return rows.map(({ id, number, retiredAt }) => ({ id, key: number, retiredAt }))
  }
  if (kind === 'desk') {
    const rows = await db
      .selectFrom('desk')
      .innerJoin('hall', 'hall.id', 'desk.hallId')
      .select(['desk.id', 'desk.label', 'desk.retiredAt', 'hall.slug'])
      .orderBy('desk.position')
      .orderBy('desk.id')
      .execute()
    return rows.map(({ id, slug, label, retiredAt }) => ({ id, key: `${slug}/${label}`, retiredAt }))
  }
  if (kind === 'queue') {
    const rows = await db
      .selectFrom('hallService')
      .innerJoin('hall', 'hall.id', 'hallService.hallId')
      .select(['hallService.id', 'hallService.letter', 'hallService.retiredAt', 'hall.slug'])
      .orderBy('hallService.position')
      .orderBy('hallService.id')
      .execute()
    return rows.map(({ id, slug, letter, retiredAt }) => ({ id, key: `${slug}/${letter}`, retiredAt }))
  }
  if (kind === 'priorityGroup') {
    const rows = await db.selectFrom('priorityGroup').selectAll().orderBy('position').orderBy('id').execute()
    return rows.map(({ id, nameKk, retiredAt }) => ({ id, key: nameKk, retiredAt }))
  }
  if (kind === 'template') {
    const rows = await db
      .selectFrom('answerTemplate')
      .leftJoin('category', 'category.id', 'answerTemplate.categoryId')
      .select(['answerTemplate.id', 'answerTemplate.language', 'answerTemplate.name', 'answerTemplate.retiredAt'])
      .select('category.slug')
      .orderBy('answerTemplate.position')
      .orderBy('answerTemplate.id')
      .execute()
    return rows.map(({ id, slug, retiredAt, ...template }) => {
      return { id, key: templateKey({ ...template, category: slug ?? undefined }), retiredAt }
    })
  }
  if (kind === 'rule') {
    const rows = await db.selectFrom('routingRule').selectAll().orderBy('position').orderBy('id').execute()
    return rows.map(({ id, name, retiredAt }) => ({ id, key: name, retiredAt }))
  }
  if (kind === 'choice') {
    const rows = await db.selectFrom('ratingChoice').selectAll().orderBy('position').orderBy('id').execute()
    return rows.map(({ id, meaning, retiredAt }) => ({ id, key: meaning, retiredAt }))
  }
  const rows = await db
    .selectFrom(tables[kind])
    .select(['id', 'slug', 'retiredAt'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, slug, retiredAt }) => ({ id, key: slug, retiredAt }))
}

/** The id of a row in use by its slug; null for none named. Throws Refusal that says what must be taken first. */
export async function idOfSlug(
  { db }: TenantContext,
  table: 'agency' | 'category' | 'hall',
  slug: unknown,
): Promise<string | null> {
  if (typeof slug !== 'string') return null
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('slug', '=', slug)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal(`packs:error.needs.${table}`, { slug })
  return row.id
}
