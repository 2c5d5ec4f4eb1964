import { once } from 'node:events'
import { createServer, request, type ClientRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardBody } from './guard-body.ts'

const multipart = 'multipart/form-data; boundary=x'
const form = 'application/x-www-form-urlencoded'

let server: Server
/** What the server has read of the body so far. */
const read = { bytes: 0 }
let wakeReader: () => void = () => undefined
/** Answers once the body is whole, and the test lets it. */
let answer = Promise.withResolvers<void>()

beforeEach(async () => {
  // Node's own timers of sockets stay real; the guard's are the test's.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  read.bytes = 0
  answer = Promise.withResolvers()
  const app = express()
  app.use(guardBody)
  app.use((incoming, outgoing) => {
    incoming.on('data', (chunk: Buffer) => {
      read.bytes += chunk.length
      wakeReader()
    })
    incoming.on('error', () => undefined)
    incoming.on('end', () => void answer.promise.then(() => outgoing.end('taken')))
    wakeReader()
  })
  server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const untilRead = (bytes: number) =>
  new Promise<void>((resolve) => {
    wakeReader = () => read.bytes >= bytes && resolve()
    wakeReader()
  })

/** A form of so many bytes of which the first has arrived. */
async function begin(type: string, bytes: number) {
  const { port } = server.address() as AddressInfo
  const sending = request({ port, method: 'POST', headers: { 'Content-Type': type, 'Content-Length': bytes } })
  const ended = outcomeOf(sending)
  sending.write('a')
  await untilRead(1)
  return { sending, ended }
}

const outcomeOf = (sending: ClientRequest) =>
  new Promise<number | 'cut off'>((resolve) => {
    sending.on('response', (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sending.on('error', () => resolve('cut off'))
  })

const send = async (sending: ClientRequest, bytes: number) => {
  const before = read.bytes
  sending.write('a'.repeat(bytes))
  await untilRead(before + bytes)
}

describe('a form that comes by the drop', () => {
  it('is cut off after a minute, not before', async () => {
    const { sending, ended } = await begin(form, 100)
    vi.advanceTimersByTime(59_999)
    await send(sending, 1)
    vi.advanceTimersByTime(1)
    expect(await ended).toBe('cut off')
    expect(read.bytes).toBe(2)
  })

  it('is left in peace once it is whole, however long its answer takes', async () => {
    const { sending, ended } = await begin(form, 100)
    sending.end('a'.repeat(99))
    await untilRead(100)
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0))
    vi.advanceTimersByTime(600_000)
    answer.resolve()
    expect(await ended).toBe(200)
  })
})

describe('a form with files', () => {
  it('may take its time while it brings 30,000 bytes in every half minute', async () => {
    const { sending, ended } = await begin(multipart, 1 + 5 * 30_000)
    for (let stretch = 0; stretch < 4; stretch += 1) {
      await send(sending, 30_000)
      vi.advanceTimersByTime(30_000)
    }
    sending.end('a'.repeat(30_000))
    answer.resolve()
    expect(await ended).toBe(200)
  })

  it('is cut off in the first half minute that brings less, though it brought much before', async () => {
    const { sending, ended } = await begin(multipart, 10_000_000)
    await send(sending, 300_000)
    vi.advanceTimersByTime(30_000)
    await send(sending, 29_999)
    vi.advanceTimersByTime(30_000)
    expect(await ended).toBe('cut off')
  })
})

it('a page that is only asked for is not watched', async () => {
  const { port } = server.address() as AddressInfo
  const asking = request({ port }).end()
  const ended = outcomeOf(asking)
  await new Promise<void>((resolve) => (wakeReader = resolve))
  expect(vi.getTimerCount()).toBe(0)
  answer.resolve()
  expect(await ended).toBe(200)
})
