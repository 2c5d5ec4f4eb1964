import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { keepSecret, openSecret, resealSecrets, secretState } from './region-secrets.server.ts'
import { openSecretKeys, secretKeysShape } from './secret-keys.server.ts'
import { inTransaction } from './transaction.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const appSecret = 'a secret of the tests, long enough to be one'
const ring = (...ids: string[]) =>
  openSecretKeys(ids.map((id) => `${id}:${key(id.charCodeAt(0))}`).join(','), appSecret)

const kept = 'құпия 42'
const keep = (region = almaty, secretKeys = ring('a')) =>
  region.as(region.admin, (ctx) =>
    inTransaction({ ...ctx, secretKeys }, (ctx) => keepSecret(ctx, 'gateway', 'https://sms.example.kz', kept)),
  )
const opened = (secretKeys = ring('a'), boundTo = 'https://sms.example.kz', region = almaty) =>
  region.as({ kind: 'system' }, (ctx) => openSecret({ ...ctx, secretKeys }, 'gateway', boundTo))

describe('what a region entrusts to us', () => {
  it('opens for the address it was given for, and for no other', async () => {
    await keep()
    expect(await opened()).toBe(kept)
    expect(await opened(ring('a'), 'https://thief.example')).toBeUndefined()
  })

  it('opens in no other region, though the row be carried there', async () => {
    await keep()
    await product.database.rows(
      `insert into t_shymkent.region_secret
        select purpose, bound_to, sealed, key_id, set_at, null from t_almaty.region_secret`,
    )
    expect(await opened(ring('a'), 'https://sms.example.kz', shymkent)).toBeUndefined()
    await product.database.rows('delete from t_shymkent.region_secret')
  })

  it('stands nowhere in plain words: not in its row, the journal or the outbox', async () => {
    await keep()
    for (const table of ['region_secret', 'journal', 'outbox', 'admin_change']) {
      const found = await product.database.rows(
        `select 1 from t_almaty.${table} t where to_jsonb(t)::text like '%' || $1 || '%'`,
        [kept],
      )
      expect(found, table).toEqual([])
    }
  })

  it('is told of by since when and by whom, and whether it opens here', async () => {
    await keep()
    const tell = (secretKeys = ring('a')) =>
      almaty.as(almaty.admin, (ctx) => secretState({ ...ctx, secretKeys }, 'gateway', 'https://sms.example.kz'))
    expect(await tell()).toEqual({ since: '23.11.2026 09:00', by: almaty.admin.name, opens: true })
    // As after an archive was restored where nobody has the key.
    expect(await tell(ring('z'))).toMatchObject({ opens: false })
  })
})

describe('another key', () => {
  const reseal = (secretKeys: ReturnType<typeof ring>) =>
    almaty.as({ kind: 'system' }, (ctx) => inTransaction({ ...ctx, secretKeys }, resealSecrets))

  it('in front seals all anew, after which the old one may go', async () => {
    await keep()
    expect(await opened(ring('b', 'a'))).toBe(kept)
    expect(await opened(ring('b'))).toBeUndefined()
    expect(await reseal(ring('b', 'a'))).toEqual({ resealed: 1, lost: 0 })
    expect(await opened(ring('b'))).toBe(kept)
    expect(await reseal(ring('b', 'a'))).toEqual({ resealed: 0, lost: 0 })
  })

  it('leaves what it cannot open, and says so', async () => {
    await keep()
    expect(await reseal(ring('b'))).toEqual({ resealed: 0, lost: 1 })
    expect(await opened()).toBe(kept)
  })

  it('takes over from the key that an installation has without a setting', async () => {
    await keep(almaty, openSecretKeys(undefined, appSecret))
    expect(await opened(openSecretKeys('', appSecret))).toBe(kept)
    expect(await reseal(ring('a'))).toEqual({ resealed: 1, lost: 0 })
    expect(await opened()).toBe(kept)
  })
})

describe('the setting', () => {
  it.each([
    [`a:${key(1)}`, true],
    [`new-1:${key(1)},old:${key(2)}`, true],
    ['a:short', false],
    [key(1), false],
    [`a:${key(1)},`, false],
    [`A B:${key(1)}`, false],
  ])('%s is one: %s', (setting, fits) => {
    expect(secretKeysShape.test(setting)).toBe(fits)
  })
})
