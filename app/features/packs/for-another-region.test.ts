import { describe, expect, it } from 'vitest'
import { loadPack } from '#tenants/packs/load.ts'
import { packSchema } from '#tenants/packs/schema.ts'
import { forAnotherRegion } from './for-another-region.ts'

describe('a pack of one region for another', () => {
  it('keeps agencies, categories, halls and queues, and nothing that leads back to people and places of the first', async () => {
    const almaty = await loadPack('almaty')
    const withMail = {
      ...almaty,
      agencies: almaty.agencies.map((agency) => ({ ...agency, email: 'mail@almaty.example' })),
    }
    const given = forAnotherRegion(withMail)
    expect(packSchema.safeParse(given).success).toBe(true)
    expect(given).toMatchObject({ categories: almaty.categories, halls: almaty.halls })
    expect(given).toMatchObject({ districts: [], hotlines: [], interpreters: [] })
    expect(JSON.stringify(given)).not.toContain('mail@almaty.example')
    expect(given.routingRules.filter(({ places }) => places !== '')).toEqual([])
  })
})
