import type { TenantContext } from '#app/core/context.ts'
import { getPackBase } from './pack-base.queries.server.ts'
import { packOf } from './pack-of.queries.server.ts'

/** The lists of a pack, in the order they are shown. */
const packParts = [
  'agencies',
  'categories',
  'districts',
  'halls',
  'priorityGroups',
  'hotlines',
  'interpreters',
  'answerTemplates',
  'routingRules',
  'terms',
  'wording',
  'services',
  'lifeSituations',
] as const

/** What the region's pack would hold, and which pack the region was made from. Throws as `packOf`. */
export async function describePack(ctx: TenantContext) {
  const pack = await packOf(ctx)
  const base = await getPackBase(ctx)
  return {
    counts: packParts.map((part) => ({ part, count: pack[part].length })),
    base: base && { name: base.name, version: base.version },
  }
}
