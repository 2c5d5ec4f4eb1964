import type { TenantContext } from '#app/core/context.ts'
import { pageOf } from './worklist-page.queries.server.ts'
import { worklistQuery } from './worklist.ts'
import { askerOf } from './worklist.queries.server.ts'
import type { ShownRows } from './worklists.schema.ts'

/**
 * How many rows of a list are new, changed or gone since a page showed them, in words; empty where the page is as it was. The page
 * itself stays as it is: whoever reads in it must not lose their place.
 */
export async function newsOf(ctx: TenantContext, { list, shown }: ShownRows): Promise<{ readonly text: string }> {
  const asker = await askerOf(ctx)
  const page = await pageOf(ctx, asker, worklistQuery(list, asker.principal.permissions))
  if (!page) return { text: '' }
  const now = new Set(page.items.map(({ id, version }) => `${id}.${version}`))
  const before = new Set(shown)
  const idOf = (row: string) => row.slice(0, 36)
  // A row that changed is one, though it went as one version and came as another.
  const moved = new Set(
    [...now]
      .filter((row) => !before.has(row))
      .concat(shown.filter((row) => !now.has(row)))
      .map(idOf),
  )
  return { text: moved.size === 0 ? '' : ctx.t('worklists:news.count', { number: moved.size }) }
}
