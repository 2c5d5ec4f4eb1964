import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { agencyDirectory } from '#app/features/agencies/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { addHotline } from '#app/features/hotlines/add-hotline.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { remembered, rememberedCount } from './core/memory.server.ts'
import { inTransaction } from './core/transaction.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
  shymkent = product.shymkent
})
afterAll(() => product?.close())

const numbersOf = (region: TestRegion) =>
  region.as(anyone, async (ctx) => (await getRegion(ctx)).hotlines.map(({ number }) => number))

const addNumber = (number: string) =>
  almaty.as(almaty.admin, (ctx) => addHotline(ctx, { submissionKey: crypto.randomUUID(), kind: 'short', number }))

describe('what a region has configured', () => {
  it('is read once for all who ask, in every language', async () => {
    let reads = 0
    const ask = () => almaty.as(anyone, (ctx) => remembered(ctx, 'test', async () => (reads += 1)))
    expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1])
    expect(reads).toBe(1)
  })

  it('is new for the next request after a change', async () => {
    await numbersOf(almaty)
    await addNumber('1499')
    expect(await numbersOf(almaty)).toContain('1499')
    expect(await numbersOf(shymkent)).not.toContain('1499')
  })

  it('is asked for again where it could not be read', async () => {
    const ask = (read: () => Promise<string>) => almaty.as(anyone, (ctx) => remembered(ctx, 'unreadable', read))
    await expect(ask(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await ask(async () => 'here')).toBe('here')
  })

  it('is not left behind by a request that began before the change and reads after it', async () => {
    await almaty.as(anyone, async (old) => {
      await old.memory.mark()
      await addNumber('1498')
      await numbersOf(almaty)
      await getRegion(old)
    })
    expect(await numbersOf(almaty)).toContain('1498')
  })

  it('is what a transaction has written itself', async () => {
    await almaty.as(almaty.admin, async (ctx) => {
      await getRegion(ctx)
      const within: string[] = []
      const taken = inTransaction(ctx, async (ctx) => {
        await ctx.db.updateTable('hotline').set({ number: '1497' }).where('number', '=', '1498').execute()
        within.push(...(await getRegion(ctx)).hotlines.map(({ number }) => number))
        throw new Error('taken back')
      })
      await expect(taken).rejects.toThrow('taken back')
      expect(within).toContain('1497')
    })
    expect(await numbersOf(almaty)).not.toContain('1497')
  })

  it('never crosses regions', async () => {
    const ids = (region: TestRegion) =>
      region.as(anyone, async (ctx) => [
        ...(await agencyDirectory(ctx)).map(({ id }) => id),
        ...(await listCategories(ctx)).map(({ id }) => id),
      ])
    const [here, there] = [await ids(almaty), await ids(shymkent)]
    expect(here.length).toBeGreaterThan(0)
    expect(there.length).toBeGreaterThan(0)
    expect(here.filter((id) => there.includes(id))).toEqual([])
  })
})

describe('a count of the work', () => {
  it('is made anew after ten seconds, and at once when the journal has grown', async () => {
    let made = 0
    const count = () => almaty.as(almaty.dispatcher, (ctx) => rememberedCount(ctx, 'test', async () => (made += 1)))
    expect([await count(), await count()]).toEqual([1, 1])
    almaty.clock.move(new Date(almaty.clock.now().getTime() + 10_000))
    expect([await count(), await count()]).toEqual([2, 2])
    await addNumber('1496')
    expect(await count()).toBe(3)
  })
})
