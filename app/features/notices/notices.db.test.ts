import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import type { Letter } from '#app/core/letter.ts'
import { deliverNotice, type Event, type Post } from './deliver-notice.server.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const happened = (): Event => ({ id: newId(), event: 'appeal.answered', subjectKind: 'appeal', subjectId: newId() })
const letter: Letter = { to: 'asel@mail.example', subject: 'Жауап', text: 'Мәтін' }

const deliver = (event: Event, post: Post, compose: (ctx: TenantContext) => Promise<Letter | undefined>) =>
  product.almaty.as(anyone, (ctx) => deliverNotice(ctx, event, 'answer', compose, post))

const noticeOf = async (event: Event) => {
  const rows = await product.database.rows(
    `select state, attempts, message_id, sent_at from t_almaty.notice where event_id = $1`,
    [event.id],
  )
  expect(rows).toHaveLength(1)
  return rows[0]
}

describe('a notice', () => {
  it('goes out once, however often its job comes', async () => {
    const event = happened()
    const posted: string[] = []
    const post: Post = async (_letter, messageId) => posted.push(messageId) > 0
    for (let times = 0; times < 3; times += 1) await deliver(event, post, async () => letter)
    expect(posted).toHaveLength(1)
    expect(await noticeOf(event)).toMatchObject({ state: 'sent', attempts: 1, message_id: posted[0] })
  })

  it('comes again after a failure, with the same Message-ID', async () => {
    const event = happened()
    const posted: string[] = []
    const post: Post = async (_letter, messageId) => {
      posted.push(messageId)
      if (posted.length < 3) throw new Error('the mail server is away')
      return true
    }
    await expect(deliver(event, post, async () => letter)).rejects.toThrow('away')
    await expect(deliver(event, post, async () => letter)).rejects.toThrow('away')
    await deliver(event, post, async () => letter)
    expect(new Set(posted).size).toBe(1)
    expect(await noticeOf(event)).toMatchObject({ state: 'sent', attempts: 3 })
  })

  it('is settled when the person can never be reached, and not tried again', async () => {
    const [refused, gone] = [happened(), happened()]
    let posts = 0
    const post: Post = async () => {
      posts += 1
      return false
    }
    await deliver(refused, post, async () => letter)
    await deliver(refused, post, async () => letter)
    await deliver(gone, post, async () => undefined)
    expect(posts).toBe(1)
    expect(await noticeOf(refused)).toMatchObject({ state: 'undeliverable', sent_at: null })
    expect(await noticeOf(gone)).toMatchObject({ state: 'undeliverable' })
  })

  it('holds no personal value of the letter', async () => {
    const event = happened()
    await deliver(
      event,
      async () => true,
      async () => letter,
    )
    const rows = await product.database.rows(`select row_to_json(n)::text as row from t_almaty.notice n`)
    expect(JSON.stringify(rows)).not.toContain('asel')
  })

  it('of one region is nothing of another', async () => {
    const event = happened()
    await deliver(
      event,
      async () => true,
      async () => letter,
    )
    const rows = await product.database.rows(`select 1 from t_shymkent.notice where event_id = $1`, [event.id])
    expect(rows).toHaveLength(0)
  })
})
