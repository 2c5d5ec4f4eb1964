import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { deliverSms } from './deliver-notice.server.ts'
import { keepReceipt, keepSegments, noteReceipt } from './receipts.server.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

async function asPlatform<T>(work: (ctx: PlatformContext) => Promise<T>): Promise<T> {
  const { ctx, close } = product.installation.platformJob()
  return work(ctx).finally(close)
}

const ids = (count: number) => Array.from({ length: count }, () => newId())
const keep = (noticeId: string, segments: readonly string[]) =>
  asPlatform((ctx) => keepSegments(ctx, { world: 'almaty', noticeId }, segments))
const receive = (id: string, state: 'delivered' | 'lost' = 'delivered') =>
  asPlatform((ctx) => keepReceipt(ctx, { id, state }))

describe('receipts of an SMS', () => {
  it('settle it when the last segment has arrived', async () => {
    const [noticeId = '', first = '', second = ''] = ids(3)
    expect(await keep(noticeId, [first, second])).toBeUndefined()
    expect(await receive(first)).toBeUndefined()
    expect(await receive(second)).toEqual({ world: 'almaty', noticeId, state: 'delivered' })
    // The far end may say it again.
    expect(await receive(second)).toEqual({ world: 'almaty', noticeId, state: 'delivered' })
  })

  it('settle it when one segment is lost, whatever became of the others', async () => {
    const [noticeId = '', first = '', second = ''] = ids(3)
    await keep(noticeId, [first, second])
    await receive(first)
    expect(await receive(second, 'lost')).toMatchObject({ state: 'lost' })
  })

  it('wait for the notice where they are faster than the gateway’s own reply', async () => {
    const [noticeId = '', first = '', second = ''] = ids(3)
    expect(await receive(first)).toBeUndefined()
    expect(await receive(second)).toBeUndefined()
    expect(await keep(noticeId, [first, second])).toBe('delivered')
  })

  it('of a message that we know nothing of settle nothing', async () => {
    expect(await receive(newId())).toBeUndefined()
  })

  it('of an earlier try are not waited for', async () => {
    const [noticeId = '', before = '', now = ''] = ids(3)
    await keep(noticeId, [before])
    await keep(noticeId, [now])
    expect(await receive(now)).toMatchObject({ state: 'delivered' })
  })

  it('that all come at once, and before or after the reply, settle it each time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [noticeId = '', ...segments] = ids(4)
      const receipts = segments.map((id) => receive(id))
      const settled = await Promise.all([keep(noticeId, segments), ...receipts])
      // Whoever commits last sees everything.
      const said = settled.map((one) => (typeof one === 'object' ? one.state : one))
      expect(said).toContain('delivered')
      expect(said).not.toContain('lost')
    }
  })
})

describe('a notice whose receipt comes', () => {
  const stateOf = async (eventId: string) => {
    const [row] = await product.database.rows(
      `select id, state, delivered_at, failure from t_almaty.notice where event_id = $1`,
      [eventId],
    )
    return row
  }

  /** An SMS of which `before` happens while it is handed over. */
  async function sent(before: (noticeId: string) => Promise<unknown> = async () => undefined): Promise<string> {
    const event = { id: newId(), event: 'appeal.answered', subjectKind: 'appeal', subjectId: newId() }
    await product.almaty.as(anyone, (ctx) =>
      deliverSms(ctx, event, 'answer', async () => ({ to: '+77011234567', text: 'Сәлем' }), {
        mail: () => Promise.reject(new Error('not by mail')),
        sms: async (_sms, { id }) => {
          await before(id)
          return 'sent'
        },
        lastTry: false,
      }),
    )
    return event.id
  }

  const note = (noticeId: string, state: 'delivered' | 'lost') =>
    product.almaty.as({ kind: 'system' }, (ctx) => noteReceipt(ctx, noticeId, state))

  it('is delivered, or will never be', async () => {
    const [arrived, lost] = [await sent(), await sent()]
    await note(String((await stateOf(arrived))?.id), 'delivered')
    await note(String((await stateOf(lost))?.id), 'lost')
    expect(await stateOf(arrived)).toMatchObject({ state: 'delivered', failure: null })
    expect((await stateOf(arrived))?.delivered_at).not.toBeNull()
    expect(await stateOf(lost)).toMatchObject({ state: 'undeliverable', failure: 'receipt', delivered_at: null })
  })

  it('stays delivered where the receipt was faster than our own note', async () => {
    const event = await sent((noticeId) => note(noticeId, 'delivered'))
    expect(await stateOf(event)).toMatchObject({ state: 'delivered' })
  })
})
