import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import smpp, { type Pdu, type Session } from 'smpp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startMessageCentre, type KeptSms, type MessageCentre } from './message-centre.ts'

let folder: string
let centre: MessageCentre
let session: Session
const receipts: Pdu[] = []

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bir-tereze-sms-'))
  centre = await startMessageCentre(folder)
  receipts.length = 0
})
afterEach(async () => {
  session.destroy()
  await centre.stop()
  rmSync(folder, { recursive: true })
})

/** A client that we did not write, bound by name and password. */
async function bind(password = new URL(centre.url).password): Promise<Pdu> {
  const { host, username } = new URL(centre.url)
  await new Promise<void>((resolve) => {
    session = smpp.connect({ url: `smpp://${host}` }, resolve)
  })
  session.on('deliver_sm', (pdu) => {
    receipts.push(pdu)
    session.send(pdu.response())
  })
  return new Promise((resolve) => session.bind_transceiver({ system_id: username, password }, resolve))
}

const submit = (fields: Readonly<Record<string, unknown>>) =>
  new Promise<Pdu>((resolve) =>
    session.submit_sm({ source_addr: 'BirTereze', destination_addr: '77011234567', ...fields }, resolve),
  )

const kept = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as KeptSms)

test('keeps what a strange client sends, one file a message, and says that it was delivered', async () => {
  expect((await bind()).command_status).toBe(0)
  const first = await submit({ short_message: 'Сәлем, әлем', registered_delivery: 1, user_message_reference: 513 })
  await submit({ short_message: 'Hello {world}', destination_addr: '48512345678' })
  expect(kept()).toEqual([
    { from: 'BirTereze', to: '77011234567', text: 'Сәлем, әлем', segments: 1, reference: 513 },
    { from: 'BirTereze', to: '48512345678', text: 'Hello {world}', segments: 1, reference: null },
  ])
  // Only the first asked for one.
  expect(receipts).toHaveLength(1)
  expect(receipts[0]).toMatchObject({ receipted_message_id: first.message_id, message_state: 2, esm_class: 4 })
})

test('joins segments in their order, whatever order they come in', async () => {
  await bind()
  const part = (place: number, message: string) => ({
    esm_class: 0x40,
    short_message: { udh: Buffer.from([5, 0, 3, 77, 2, place]), message },
  })
  await submit(part(2, ' екінші бөлік'))
  expect(kept()).toEqual([])
  await submit(part(1, 'Бірінші бөлік,'))
  expect(kept()).toMatchObject([{ text: 'Бірінші бөлік, екінші бөлік', segments: 2 }])
})

test('takes nothing from whoever does not know the password, and no number that is none', async () => {
  expect((await bind('wrong')).command_status).toBe(0x0d)
  expect((await submit({ short_message: 'x' })).command_status).toBe(0x03)
  session.destroy()
  await bind()
  expect((await submit({ short_message: 'x', destination_addr: 'abc' })).command_status).toBe(0x0b)
  expect(kept()).toEqual([])
})

test('answers whether it lives, and says good-bye', async () => {
  await bind()
  const alive = await new Promise<Pdu>((resolve) => session.enquire_link({}, resolve))
  const gone = await new Promise<Pdu>((resolve) => session.unbind({}, resolve))
  expect([alive.command, gone.command]).toEqual(['enquire_link_resp', 'unbind_resp'])
})
