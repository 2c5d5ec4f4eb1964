import type { Pack } from '#tenants/packs/schema.ts'

/**
 * A region's pack as another region begins with it: without what would be wrong there until somebody noticed, which are people,
 * telephone numbers, addresses of mail, and the parts of the region with the rules that name them.
 */
export function forAnotherRegion(pack: Pack): Pack {
  return {
    ...pack,
    agencies: pack.agencies.map(({ email: _mail, ...agency }) => agency),
    routingRules: pack.routingRules.filter(({ places }) => places === ''),
    districts: [],
    hotlines: [],
    interpreters: [],
  }
}
