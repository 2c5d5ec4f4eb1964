import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { ListWish } from '#app/core/http/list-wish.ts'
import { searchFor } from '#app/core/i18n/search.ts'

export interface AdminRule {
  readonly id: string
  readonly name: string
  readonly words: string
  readonly places: string
  /** In the asker's language, as it is called today. */
  readonly agency: string
  /** Whether the agency is retired, so that the rule suggests nothing. */
  readonly idle: boolean
  readonly retired: boolean
}

/** The region's rules in the order they are asked; a search looks at names, words and agencies. Throws ForbiddenError. */
export async function listAdminRules(ctx: TenantContext, wish: ListWish): Promise<AdminRule[]> {
  authorize(ctx.ability, 'configure', 'RoutingRule')
  const finds = searchFor(wish.search)
  const agencies = new Map((await agencyDirectory(ctx)).map((agency) => [agency.id, agency]))
  const rows = await ctx.db.selectFrom('routingRule').selectAll().orderBy('position').orderBy('id').execute()
  return rows
    .map(({ id, name, words, places, agencyId, retiredAt }) => {
      const agency = agencies.get(agencyId)
      const idle = agency?.retired !== false
      return { id, name, words, places, agency: agency?.name ?? '', idle, retired: retiredAt !== null }
    })
    .filter(
      ({ name, words, places, agency, retired }) =>
        retired === (wish.show === 'retired') && finds(name, words, places, agency),
    )
}

/** One rule. Throws ForbiddenError, NotFound. */
export async function getAdminRule(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'RoutingRule')
  const row = await ctx.db.selectFrom('routingRule').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('RoutingRule')
  const { retiredAt, hoursFrom, hoursTo, ...rule } = row
  return { ...rule, hours: hoursFrom && hoursTo ? `${hoursFrom} – ${hoursTo}` : '', retired: retiredAt !== null }
}

/** What a rule can name: agencies, retired ones marked, and categories in use. Throws ForbiddenError. */
export async function getRuleChoices(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'RoutingRule')
  const categories = await listCategories(ctx)
  return {
    agencies: (await agencyDirectory(ctx)).map(({ id, name, retired }) => ({ id, name, retired })),
    categories: categories.map(({ id, name }) => ({ id, name })),
  }
}
