import type { TenantContext } from '#app/core/context.ts'
import type { Pack } from '#tenants/packs/schema.ts'
import type { PackItem } from './pack-items.ts'

/** The pack a region was made from. Interpreters are left out of it: they are people. */
export interface PackBase {
  readonly name: string
  readonly version: number
  readonly contents: Pack
}

/** What the region was made from; undefined for one that was made before this was kept. */
export async function getPackBase({ db }: TenantContext): Promise<PackBase | undefined> {
  const row = await db.selectFrom('packBase').select(['name', 'version', 'contents']).executeTakeFirst()
  // Provisioning writes it from a pack that was judged, and nobody else writes it.
  return row && { ...row, contents: row.contents as unknown as Pack }
}

interface Taken {
  readonly id: string
  /** Null for a thing that the newer pack has no longer. */
  readonly value: Pick<PackItem, 'kind' | 'fields'> | null
}

/** What was taken of newer packs. */
export async function getTaken({ db }: TenantContext): Promise<Taken[]> {
  const rows = await db.selectFrom('packTaken').select(['id', 'value']).orderBy('id').execute()
  return rows.map(({ id, value }) => ({ id, value: value as unknown as Taken['value'] }))
}
