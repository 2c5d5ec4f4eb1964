import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import fc from 'fast-check'
import smpp, { type Pdu, type Session } from 'smpp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SmsGateway, SmsReceipt } from './gateway.ts'
import { openSms } from './open.server.ts'
import { readMessage, takePdus } from './smpp-pdu.ts'
import { openSmppGateway } from './smpp.server.ts'

let centre: Server
let gateway: SmsGateway
let sessions: Session[] = []
let submitted: Pdu[] = []
let receipts: SmsReceipt[] = []
let hearReceipt = async (receipt: SmsReceipt): Promise<void> => void receipts.push(receipt)

afterEach(async () => {
  await gateway.close()
  for (const session of sessions) session.destroy()
  await new Promise<void>((resolve) => centre.close(() => resolve()))
  sessions = []
  submitted = []
  receipts = []
  hearReceipt = async (receipt) => void receipts.push(receipt)
})

/** A message centre of somebody else's making, on a port of its own; answers each submission with `answer`. */
async function startCentre(answer: (pdu: Pdu) => Readonly<Record<string, unknown>> | undefined, port = 0) {
  centre = smpp.createServer((session) => {
    sessions.push(session)
    session.on('error', () => undefined)
    session.on('bind_transceiver', (pdu) => {
      const known = pdu.system_id === 'region' && pdu.password === 'p@ss'
      session.send(pdu.response(known ? { system_id: 'centre' } : { command_status: 0x0d }))
    })
    session.on('submit_sm', (pdu) => {
      submitted.push(pdu)
      const reply = answer(pdu)
      if (reply) session.send(pdu.response(reply))
    })
    session.on('unbind', (pdu) => {
      session.send(pdu.response())
      session.close()
    })
    session.on('enquire_link', (pdu) => session.send(pdu.response()))
  })
  centre.listen(port, '127.0.0.1')
  await once(centre, 'listening')
  return (centre.address() as AddressInfo).port
}

const addressOf = (port: number, password = 'p%40ss') => `smpp://region:${password}@127.0.0.1:${port}`

async function start(
  answer: (pdu: Pdu) => Readonly<Record<string, unknown>> | undefined = taking,
  { from = 'BirTereze', patience = 2000, password = 'p%40ss' } = {},
) {
  const port = await startCentre(answer)
  const url = new URL(addressOf(port, password))
  gateway = openSmppGateway({ url, from, patience, pause: 50, onReceipt: (receipt) => hearReceipt(receipt) })
  return port
}

let taken = 0
const taking = () => ({ message_id: `m${(taken += 1)}` })
const reference = '0197a1c2-0000-7000-8000-00000000000a'
const kazakh =
  'Жолданымыңыз қабылданды: 75-26-000123. Жауап мерзімі: 18.12.2026. https://almaty.example.kz/kk/a/75-26-000123'
const send = (text: string, to = '+77011234567') => gateway.send({ to, text }, { reference, again: false })

const session = async () => {
  await vi.waitFor(() => expect(sessions.length).toBeGreaterThan(0))
  return sessions.at(-1) as Session
}

describe('SMS by SMPP, to a centre that we did not write', () => {
  it('arrives as it was written, and says by which id', async () => {
    await start()
    const reply = await send('Сәлем, Әсем! ₸')
    const [pdu] = submitted
    expect(submitted).toHaveLength(1)
    expect(pdu).toMatchObject({
      destination_addr: '77011234567',
      dest_addr_ton: 1,
      source_addr: 'BirTereze',
      source_addr_ton: 5,
      data_coding: 8,
      registered_delivery: 1,
      short_message: { message: 'Сәлем, Әсем! ₸' },
    })
    expect(reply).toEqual({ taken: true, ids: [`m${taken}`] })
  })

  it('goes in Latin letters where those suffice, braces and the euro too', async () => {
    await start(taking, { from: '+77270000000' })
    await send('Your appeal {75-26-000123}: 5 €')
    // The library reads the default alphabet by the standard's table.
    expect(submitted[0]).toMatchObject({
      data_coding: 0,
      source_addr: '77270000000',
      source_addr_ton: 1,
      short_message: { message: 'Your appeal {75-26-000123}: 5 €' },
    })
  })

  it('goes to a telephone of another country alike', async () => {
    await start()
    await send('Hello', '+48512345678')
    expect(submitted[0]).toMatchObject({ destination_addr: '48512345678', dest_addr_ton: 1 })
  })

  it('is cut in segments that a telephone joins, with the same reference at the next try', async () => {
    await start()
    const reply = await send(kazakh)
    await send(kazakh)
    expect(kazakh.length).toBeGreaterThan(70)
    expect(submitted).toHaveLength(4)
    const [first, second, again] = submitted
    // Length of the rest, then: kind 0, three octets, reference, of two, which.
    const udh = (pdu: Pdu | undefined) => [...(pdu?.short_message.udh?.[0] ?? [])]
    expect(udh(first).slice(0, 2)).toEqual([0, 3])
    expect(udh(first).slice(3)).toEqual([2, 1])
    expect(udh(second).slice(3)).toEqual([2, 2])
    expect(udh(second)[2]).toBe(udh(first)[2])
    expect([first, second].map((pdu) => String(pdu?.short_message.message)).join('')).toBe(kazakh)
    expect(reply).toEqual({ taken: true, ids: [`m${taken - 3}`, `m${taken - 2}`] })
    expect(udh(again)).toEqual(udh(first))
    expect(new Set(submitted.map((pdu) => pdu.user_message_reference)).size).toBe(1)
  })

  it('says that a number is none', async () => {
    await start(() => ({ command_status: 0x0b }))
    expect(await send('Сәлем')).toEqual({ taken: false })
  })

  it.each([
    ['is throttled', 0x58],
    ['has a full queue', 0x14],
    ['fails', 0x08],
    ['does not like the sender', 0x0a],
  ])('comes again where the centre %s, and names nobody', async (_what, command_status) => {
    await start(() => ({ command_status }))
    const error: unknown = await send('Құпия сөз').catch((error: unknown) => error)
    expect(String(error)).toContain(`0x${command_status.toString(16)}`)
    expect(JSON.stringify([String(error), (error as Error).stack])).not.toMatch(/7011234567|Құпия/)
  })

  it('comes again where the centre says nothing, or takes half of it and breaks off', async () => {
    await start(() => undefined, { patience: 100 })
    await expect(send('Сәлем')).rejects.toThrow('no reply')
    sessions.at(-1)?.destroy()
    await expect(send(kazakh)).rejects.toThrow(/no reply|connection lost/)
  })

  it('comes again where it is refused, and never says the password', async () => {
    await start(taking, { password: 'wrong' })
    const error: unknown = await send('Сәлем').catch((error: unknown) => error)
    expect(String(error)).toContain('bind refused')
    expect(String(error)).not.toContain('wrong')
  })

  it('finds its way back to a centre that was away', async () => {
    const port = await start()
    await send('Бірінші')
    for (const open of sessions) open.destroy()
    await new Promise<void>((resolve) => centre.close(() => resolve()))
    await expect(send('Екінші')).rejects.toThrow('did not take it')
    await startCentre(taking, port)
    await vi.waitFor(async () => expect(await send('Екінші')).toMatchObject({ taken: true }))
    expect(submitted.at(-1)?.short_message.message).toBe('Екінші')
  })

  it('hears receipts, by their fields or by their text, though nobody sends anything', async () => {
    await start()
    const centre = await session()
    const deliver = (fields: Readonly<Record<string, unknown>>) =>
      new Promise<Pdu>((resolve) => centre.deliver_sm({ esm_class: 4, ...fields }, resolve))
    const word = (id: string, stat: string) => ({
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2611271210 done date:2611271211 stat:${stat} err:000 text:`,
    })
    await vi.waitFor(async () => {
      expect((await deliver(word('a1', 'DELIVRD'))).command_status).toBe(0)
    })
    await deliver({ receipted_message_id: 'b2', message_state: 5, short_message: '' })
    await deliver(word('c3', 'EXPIRED'))
    await deliver(word('d4', 'ACCEPTD'))
    // A person's own message is no receipt.
    await deliver({ esm_class: 0, short_message: 'id:e5 stat:DELIVRD' })
    expect(receipts.slice(-3)).toEqual([
      { id: 'a1', state: 'delivered' },
      { id: 'b2', state: 'lost' },
      { id: 'c3', state: 'lost' },
    ])
  })

  it('asks for a receipt again that could not be noted', async () => {
    await start()
    hearReceipt = () => Promise.reject(new Error('the database is away'))
    const centre = await session()
    const fields = { esm_class: 4, receipted_message_id: 'a1', message_state: 2, short_message: '' }
    const reply = await new Promise<Pdu>((resolve) => centre.deliver_sm(fields, resolve))
    expect(reply.command_status).toBe(0x08)
  })

  it('ends at once though the centre never answers', async () => {
    centre = createServer()
    centre.listen(0, '127.0.0.1')
    await once(centre, 'listening')
    const url = new URL(addressOf((centre.address() as AddressInfo).port))
    gateway = openSmppGateway({ url, from: '1308', onReceipt: hearReceipt })
    const started = performance.now()
    await gateway.close()
    // A reply may take ten seconds otherwise.
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('answers whether it lives', async () => {
    await start()
    const centre = await session()
    const reply = await new Promise<Pdu>((resolve) => centre.enquire_link({}, resolve))
    expect(reply).toMatchObject({ command: 'enquire_link_resp', command_status: 0 })
  })

  it('takes no number that is none and no text that is no short message', async () => {
    const port = await startCentre(taking)
    gateway = openSms(addressOf(port), 'BirTereze', hearReceipt)
    for (const to of ['77011234567', '+7701123456a', '1308', '', '+7701 123 45 67'])
      expect(await send('Сәлем', to)).toEqual({ taken: false })
    await expect(send('ә'.repeat(6 * 67 + 1))).rejects.toThrow('7 segments')
    await expect(send('')).rejects.toThrow('0 segments')
    expect(submitted).toEqual([])
    expect(await send('ә'.repeat(6 * 67))).toMatchObject({ taken: true })
    expect(submitted).toHaveLength(6)
  })
})

describe('what comes over the wire', () => {
  it('is read whole or refused, however it is cut and whatever it holds', async () => {
    gateway = openSmppGateway({
      url: new URL(addressOf(await startCentre(taking))),
      from: '1308',
      onReceipt: hearReceipt,
    })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const refused = [takePdus, readMessage].flatMap((read) => {
          try {
            read(Buffer.from(bytes))
            return []
          } catch (error) {
            return [error]
          }
        })
        for (const error of refused) expect(error).toBeInstanceOf(Error)
      }),
    )
  })
})
