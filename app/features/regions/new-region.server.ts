import { listPackNames, loadRegions } from '#tenants/packs/load.ts'

/** What a region may be made from: those of the country with what is known of them, and the packs by name. */
export async function regionsToMake() {
  return { country: await loadRegions(), packs: await listPackNames() }
}
