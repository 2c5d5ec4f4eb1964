import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { tidy } from './tidy.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const outbox = (schema: string, id: string, relayed: string) =>
  product.database.rows(`insert into ${schema}.outbox values ($1, 'a.happened', 'a', 'a', '{}', now(), ${relayed})`, [
    id,
  ])
const idsOf = async (schema: string) =>
  (await product.database.rows<{ id: string }>(`select id from ${schema}.outbox order by id`)).map(({ id }) => id)

describe('the nightly tidying', () => {
  it('deletes what is over, keeps what still waits, and never touches the journal', async () => {
    await outbox('t_almaty', 'long-ago', `now() - interval '31 days'`)
    await outbox('t_almaty', 'lately', `now() - interval '29 days'`)
    await outbox('t_almaty', 'waiting', 'null')
    await product.database.rows(
      `insert into t_almaty.journal values ('old', '2020-01-01', 'system', null, 'a', 'a', 'a', '{}', '{}', 'r')`,
    )
    await tidy(product.installation, () => undefined)
    expect(await idsOf('t_almaty')).toEqual(['lately', 'waiting'])
    expect(await product.database.rows(`select 1 from t_almaty.journal where id = 'old'`)).toHaveLength(1)
  })

  it('empties what an administrator’s changes remember, after ninety days', async () => {
    const change = (id: string, ago: string) =>
      product.database.rows(
        `insert into t_almaty.admin_change values ($1, $1, 'hall.changed', 'hall', 'h', '{"rows": []}', $2, now() - $3::interval)`,
        [id, product.almaty.admin.id, ago],
      )
    await change('of-summer', '91 days')
    await change('of-autumn', '89 days')
    await tidy(product.installation, () => undefined)
    expect(await product.database.rows('select id from t_almaty.admin_change')).toEqual([{ id: 'of-autumn' }])
  })

  it('goes on to the next region when one is broken, and says which', async () => {
    await outbox('t_shymkent', 'long-ago', `now() - interval '31 days'`)
    await product.database.rows('alter table t_almaty.outbox rename to outbox_away')
    const failed: string[] = []
    await tidy(product.installation, (world) => failed.push(world))
    await product.database.rows('alter table t_almaty.outbox_away rename to outbox')
    expect(failed).toEqual(['almaty'])
    expect(await idsOf('t_shymkent')).toEqual([])
  })
})
