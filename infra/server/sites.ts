import type { TenantContext } from '#app/core/context.ts'
import type { Site } from '#app/core/http/scope.ts'
import { readSite } from '#app/features/regions/site.server.ts'

/** How long a changed telephone may stay unseen on error pages, milliseconds. */
const rememberedFor = 30_000

/** What error pages say of the regions of this process. It is kept past its time while the database is away. */
export interface Sites {
  /** What is remembered of a region; undefined before anybody came to it. */
  known(slug: string): Site | undefined
  /** The same, read anew once it is old; on the request's own connection. */
  read(ctx: TenantContext): Promise<Site>
}

export function openSites(now: () => number = Date.now): Sites {
  const remembered = new Map<string, { at: number; site: Site }>()
  return {
    known: (slug) => remembered.get(slug)?.site,
    read: async (ctx) => {
      const { slug } = ctx.tenant
      const known = remembered.get(slug)
      if (known && now() - known.at < rememberedFor) return known.site
      const site = await readSite(ctx)
      remembered.set(slug, { at: now(), site })
      return site
    },
  }
}
