import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotTaken } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import type { Letter, Sms } from '#app/core/letter.ts'
import { deliverNotice, deliverSms } from './deliver-notice.server.ts'
import { listNotices } from './notices.queries.server.ts'
import type { Event, Post } from './post.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const happened = (): Event => ({ id: newId(), event: 'appeal.answered', subjectKind: 'appeal', subjectId: newId() })
const letter: Letter = { to: 'asel@mail.example', subject: 'Жауап', text: 'Мәтін' }
const sms: Sms = { to: '+77011234567', text: 'ә'.repeat(71) }

const unused = () => Promise.reject(new Error('not by this channel'))
const mailing = (mail: Post['mail'], lastTry = false): Post => ({ mail, sms: unused, lastTry })
const texting = (sms: Post['sms'], lastTry = false): Post => ({ mail: unused, sms, lastTry })

const deliver = (event: Event, post: Post, compose: (ctx: TenantContext) => Promise<Letter | undefined>) =>
  product.almaty.as(anyone, (ctx) => deliverNotice(ctx, event, 'answer', compose, post))

const text = (event: Event, post: Post, compose: (ctx: TenantContext) => Promise<Sms | undefined> = async () => sms) =>
  product.almaty.as(anyone, (ctx) => deliverSms(ctx, event, 'answer', compose, post))

const noticeOf = async (event: Event, channel = 'mail') => {
  const rows = await product.database.rows(
    `select id, state, attempts, message_id, sent_at, delivered_at, tried_at, segments, failure
      from t_almaty.notice where event_id = $1 and channel = $2`,
    [event.id, channel],
  )
  expect(rows).toHaveLength(1)
  return rows[0]
}

describe('a notice', () => {
  it('goes out once, however often its job comes', async () => {
    const event = happened()
    const posted: string[] = []
    const post = mailing(async (_letter, messageId) => {
      posted.push(messageId)
      return 'sent'
    })
    for (let times = 0; times < 3; times += 1) await deliver(event, post, async () => letter)
    expect(posted).toHaveLength(1)
    expect(await noticeOf(event)).toMatchObject({ state: 'sent', attempts: 1, message_id: posted[0], failure: null })
  })

  it('comes again after a failure, with the same Message-ID, and says meanwhile what was wrong', async () => {
    const event = happened()
    const posted: string[] = []
    const post = mailing(async (_letter, messageId) => {
      posted.push(messageId)
      if (posted.length < 3) throw new NotTaken('The mail server', 'ETIMEDOUT')
      return 'sent'
    })
    await expect(deliver(event, post, async () => letter)).rejects.toThrow('ETIMEDOUT')
    expect(await noticeOf(event)).toMatchObject({ state: 'pending', failure: 'ETIMEDOUT' })
    await expect(deliver(event, post, async () => letter)).rejects.toThrow('ETIMEDOUT')
    await deliver(event, post, async () => letter)
    expect(new Set(posted).size).toBe(1)
    expect(await noticeOf(event)).toMatchObject({ state: 'sent', attempts: 3, failure: null })
  })

  it('has failed after the last try, for all to see, and is not tried again', async () => {
    const event = happened()
    let posts = 0
    const post = mailing(async () => {
      posts += 1
      throw new NotTaken('The mail server', '451')
    }, true)
    await expect(deliver(event, post, async () => letter)).rejects.toThrow('451')
    expect(await noticeOf(event)).toMatchObject({ state: 'failed', failure: '451', sent_at: null })
    await deliver(event, post, async () => letter)
    expect(posts).toBe(1)
  })

  it('says nothing of a failure of our own but that it is one: its words may name the person', async () => {
    const event = happened()
    const compose = () => Promise.reject(new Error('no row for asel@mail.example'))
    await expect(deliver(event, mailing(unused), compose)).rejects.toThrow('no row')
    expect(await noticeOf(event)).toMatchObject({ failure: 'internal' })
  })

  it('is settled when the person can never be reached, and not tried again', async () => {
    const [refused, gone] = [happened(), happened()]
    let posts = 0
    const post = mailing(async () => {
      posts += 1
      return 'undeliverable'
    })
    await deliver(refused, post, async () => letter)
    await deliver(refused, post, async () => letter)
    await deliver(gone, post, async () => undefined)
    expect(posts).toBe(1)
    expect(await noticeOf(refused)).toMatchObject({ state: 'undeliverable', sent_at: null })
    expect(await noticeOf(gone)).toMatchObject({ state: 'undeliverable' })
  })

  it('goes by SMS beside the mail of the same event, under one reference at every try, its segments counted', async () => {
    const event = happened()
    const tries: { id: string; again: boolean }[] = []
    const post = texting(async (_sms, { id, again }) => {
      tries.push({ id, again })
      if (tries.length < 2) throw new NotTaken('The SMS gateway', '0x58')
      return 'sent'
    })
    await deliver(
      event,
      mailing(async () => 'sent'),
      async () => letter,
    )
    await expect(text(event, post)).rejects.toThrow('0x58')
    await text(event, post)
    await text(event, post)
    expect(tries.map(({ again }) => again)).toEqual([false, true])
    const notice = await noticeOf(event, 'sms')
    expect(new Set(tries.map(({ id }) => id))).toEqual(new Set([notice?.id]))
    // 71 Kazakh letters are one more than a segment holds.
    expect(notice).toMatchObject({ state: 'sent', attempts: 2, segments: 2, message_id: notice?.id })
    expect(await noticeOf(event)).toMatchObject({ state: 'sent', attempts: 1, segments: null })
  })

  it('is never handed over inside a transaction', async () => {
    const event = happened()
    await product.almaty.as(anyone, (ctx) => {
      let open = 0
      const write: typeof ctx.write = async (work) => {
        open += 1
        return product.installation.database.withTenant(product.almaty.tenant, work).finally(() => (open -= 1))
      }
      const post = texting(async () => {
        expect(open).toBe(0)
        return 'sent'
      })
      return deliverSms({ ...ctx, write }, event, 'answer', async () => sms, post)
    })
    expect(await noticeOf(event, 'sms')).toMatchObject({ state: 'sent' })
  })

  it('holds no personal value of the message', async () => {
    const event = happened()
    await deliver(
      event,
      mailing(async () => 'sent'),
      async () => letter,
    )
    await text(
      event,
      texting(async () => 'delivered'),
    )
    const rows = await product.database.rows(`select row_to_json(n)::text as row from t_almaty.notice n`)
    expect(JSON.stringify(rows)).not.toMatch(/asel|7011234567/)
  })

  it('of one region is nothing of another', async () => {
    const event = happened()
    await deliver(
      event,
      mailing(async () => 'sent'),
      async () => letter,
    )
    const rows = await product.database.rows(`select 1 from t_shymkent.notice where event_id = $1`, [event.id])
    expect(rows).toHaveLength(0)
    const listed = await product.shymkent.as(anyone, (ctx) => listNotices(ctx, [toldOf(event)]))
    expect(listed).toEqual([])
  })
})

/** The one person whom an event is about. */
const toldOf = ({ subjectId }: { subjectId: string }) => ({ subjectId, recipientId: '', name: '', mail: '', sms: '' })

describe('the log of notices', () => {
  it('has a line for each of several people who are told of one event, and shows each only theirs', async () => {
    const event = happened()
    const told: string[] = []
    const post = mailing(async ({ to }) => {
      told.push(to)
      return 'sent'
    })
    const tell = (recipientId: string) =>
      deliver({ ...event, recipientId }, post, async () => ({
        ...letter,
        to: `${recipientId || 'first'}@mail.example`,
      }))
    for (const id of ['', 'second', 'third', 'second']) await tell(id)
    expect(told).toEqual(['first@mail.example', 'second@mail.example', 'third@mail.example'])
    const log = await product.almaty.as(anyone, (ctx) =>
      listNotices(ctx, [{ ...toldOf(event), recipientId: 'second', name: 'Екінші', mail: 's•••@mail.example' }]),
    )
    expect(log.map(({ to }) => to)).toEqual(['Екінші, s•••@mail.example'])
  })

  it('says by which channel, when, how often, in how many segments and why not', async () => {
    const event = happened()
    await deliver(
      event,
      mailing(async () => 'sent'),
      async () => letter,
    )
    const failing = texting(() => Promise.reject(new NotTaken('The SMS gateway', '0x58')), true)
    await expect(text(event, failing)).rejects.toThrow('0x58')
    await text(
      { ...happened(), subjectId: event.subjectId, event: 'appeal.withdrawn' },
      texting(async () => 'delivered'),
    )
    const recipients = { mail: 'a•••@mail.example', sms: '+7 ••• 67' }
    const log = await product.almaty.as(anyone, (ctx) => listNotices(ctx, [{ ...toldOf(event), ...recipients }]))
    // The clock of the tests stands at nine on a Monday morning in Almaty.
    const shared = { kind: 'answer', tries: 1, at: { dateTime: '2026-11-23T04:00:00.000Z', text: '23.11.2026 09:00' } }
    expect(log).toMatchObject([
      { ...shared, channel: 'mail', to: recipients.mail, state: 'sent', segments: null, failure: null },
      { ...shared, channel: 'sms', to: recipients.sms, state: 'failed', segments: null, failure: '0x58' },
      { ...shared, channel: 'sms', to: recipients.sms, state: 'delivered', segments: 2, failure: null },
    ])
  })
})
