import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
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

  it('gives up notices that nothing will try again, and forgets segments of SMS after a month', async () => {
    const { rows } = product.database
    const notice = (id: string, age: string, tried: string | null) =>
      rows(
        `insert into t_almaty.notice (id, event_id, channel, kind, subject_kind, subject_id, state, message_id, created_at, tried_at)
          values ($1, $1, 'sms', 'answer', 'appeal', 'a', 'pending', $1, now() - $2::interval, now() - $3::interval)`,
        [id, age, tried],
      )
    await notice('killed at its last try', '8 days', '3 days')
    await notice('never tried', '8 days', null)
    await notice('tried yesterday', '8 days', '1 day')
    await notice('young', '6 days', '3 days')
    const segment = (id: string, age: string) =>
      rows(`insert into control.sms_segment values ($1, null, null, 'delivered', now() - $2::interval)`, [id, age])
    await segment('of last month', '31 days')
    await segment('of this month', '29 days')
    await tidy(product.installation, () => undefined)
    expect(await rows(`select id, failure from t_almaty.notice where state = 'failed' order by id`)).toEqual([
      { id: 'killed at its last try', failure: 'given up' },
      { id: 'never tried', failure: 'given up' },
    ])
    expect(await rows('select gateway_id from control.sms_segment')).toEqual([{ gateway_id: 'of this month' }])
  })

  it('deletes what accounts need no more: old challenges, used codes, forgotten devices, keys nobody confirmed', async () => {
    const { rows } = product.database
    const user = (id: string) =>
      rows(`insert into t_almaty.auth_user values ($1, 'x', $1, true, null, now(), now())`, [id])
    await user('one')
    await user('other')
    const challenge = (id: string, expires: string) =>
      rows(`insert into t_almaty.auth_challenge values ($1, 'passkeySignIn', null, now(), now() + $2::interval)`, [
        id,
        expires,
      ])
    await challenge('over', '-1 second')
    await challenge('open', '5 minutes')
    const code = (id: string, used: string | null) =>
      rows(`insert into t_almaty.auth_recovery_code values ($1, 'one', $1, now(), now() - $2::interval)`, [id, used])
    await code('used long ago', '31 days')
    await code('used lately', '29 days')
    await code('unused', null)
    const device = (id: string, days: number) =>
      rows(`insert into t_almaty.auth_device values ($1, 'one', '', '', now(), current_date - $2::int)`, [id, days])
    await device('forgotten', 367)
    await device('known', 300)
    const factor = (user: string, confirmed: string | null) =>
      rows(
        `insert into t_almaty.auth_second_factor values ($1, null, 'x', 0, $2::timestamptz, now() - interval '2 days')`,
        [user, confirmed],
      )
    await factor('one', '2026-01-01')
    await factor('other', null)
    await tidy(product.installation, () => undefined)
    const left = await rows<{ id: string }>(
      `select id from t_almaty.auth_challenge union all select id from t_almaty.auth_recovery_code
        union all select id from t_almaty.auth_device union all select user_id from t_almaty.auth_second_factor order by 1`,
    )
    expect(left.map(({ id }) => id)).toEqual(['known', 'one', 'open', 'unused', 'used lately'])
  })

  it('deletes drafts that nobody has gone on with, and no other', async () => {
    const draft = (id: string, expires: string) =>
      product.database.rows(
        `insert into t_almaty.appeal_draft values ($1, '{}', 1, now(), now(), now() + interval '${expires}')`,
        [id],
      )
    await draft('forgotten', '-1 minute')
    await draft('being-written', '1 minute')
    for (const id of ['forgotten', 'being-written']) {
      await product.database.rows(
        `insert into t_almaty.attachment values ($1, $1, null, null, 'a.pdf', 'application/pdf', 1, 'x', 'kept', 'resident', now())`,
        [id],
      )
    }
    await tidy(product.installation, () => undefined)
    expect(await product.database.rows('select id from t_almaty.appeal_draft')).toEqual([{ id: 'being-written' }])
    expect(await product.database.rows('select id from t_almaty.attachment')).toEqual([{ id: 'being-written' }])
    await product.database.rows('delete from t_almaty.attachment')
  })

  it('deletes files whose draft is gone, a day after they came, and what no row knows of on the disk', async () => {
    const { rows } = product.database
    const files = product.installation.filesOf('t_almaty')
    const keep = async (came: string, draft: string | null, appeal: string | null = null) => {
      const id = newId()
      await files.put(id, Readable.from([Buffer.from('x')]))
      await rows(
        `insert into t_almaty.attachment values ($1, $2, $3, null, 'a.txt', 'text/plain', 1, 'x', 'kept', 'resident', now() - $4::interval)`,
        [id, draft, appeal, came],
      )
      return id
    }
    const appealId = await fileAppeal(product.almaty)
    await rows(
      `insert into t_almaty.appeal_draft values ('long-written', '{}', 9, now(), now(), now() + interval '1 hour')`,
    )
    // What is added to an appeal is written under a key alone, which has no row.
    const gone = await keep('25 hours', 'a-key')
    const kept = [
      await keep('23 hours', 'a-key'),
      await keep('3 days', 'long-written'),
      await keep('300 days', null, appealId),
    ]
    const unknown = newId()
    await files.put(unknown, Readable.from([Buffer.from('x')]))
    // The sweep asks the disk how old a file is: yesterday’s has no row today.
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
    for (const id of [gone, unknown, ...kept]) {
      await utimes(path.join(product.filesDir, 't_almaty', 'kept', id.slice(-2), id), twoDaysAgo, twoDaysAgo)
    }
    await tidy(product.installation, () => undefined)
    expect((await rows<{ id: string }>('select id from t_almaty.attachment')).map(({ id }) => id).toSorted()).toEqual(
      kept.toSorted(),
    )
    for (const id of kept) expect(await text(await files.read(id))).toBe('x')
    for (const id of [gone, unknown]) await expect(files.read(id)).rejects.toBeInstanceOf(NotFound)
  })

  it('keeps emblems, today’s and former ones, as long as the region', async () => {
    const files = product.installation.filesOf('t_almaty')
    const id = newId()
    await files.put(id, Readable.from([Buffer.from('x')]))
    await product.database.rows(`insert into t_almaty.emblem values ($1, $1, 1, 'x', now() - interval '1 year')`, [id])
    const yearAgo = new Date(Date.now() - 365 * 86_400_000)
    await utimes(path.join(product.filesDir, 't_almaty', 'kept', id.slice(-2), id), yearAgo, yearAgo)
    await tidy(product.installation, () => undefined)
    expect(await text(await files.read(id))).toBe('x')
  })

  it('leaves a file alone that came a moment ago: its row may not be there yet', async () => {
    const files = product.installation.filesOf('t_almaty')
    const id = newId()
    await files.put(id, Readable.from([Buffer.from('x')]))
    await tidy(product.installation, () => undefined)
    expect(await text(await files.read(id))).toBe('x')
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
