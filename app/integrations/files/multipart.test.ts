import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ForeignForm, InvalidInput } from '#app/core/errors.ts'
import type { SentFile } from '#app/core/files.ts'
import { readMultipart, type Receiving } from '#app/core/http/multipart.server.ts'
import { openDiskFiles } from './disk.server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-multipart-'))
})
afterEach(() => rm(folder, { recursive: true }))

const limits = { most: 3, bytes: 1000 }
const receiving = async (): Promise<Receiving> => ({
  upload: await openDiskFiles(folder)('t_almaty').openUpload(),
  limits,
})

type Part = readonly [head: string, body: string | Uint8Array]
const field = (name: string, value: string): Part => [`form-data; name="${name}"`, value]
const file = (name: string, content: string | Uint8Array, of = 'files'): Part => [
  `form-data; name="${of}"; filename="${name}"\r\nContent-Type: image/jpeg`,
  content,
]

/** A form as a browser writes it; `breakOff` leaves out so many bytes of its end. */
function formOf(parts: readonly Part[], { breakOff = 0 } = {}): Uint8Array[] {
  const chunks = parts.flatMap(([head, body]) => [
    Buffer.from(`--limit\r\nContent-Disposition: ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ])
  const whole = Buffer.concat([...chunks, Buffer.from('--limit--\r\n')])
  return [whole.subarray(0, whole.length - breakOff)]
}

function requestOf(chunks: Iterable<Uint8Array>, contentType = 'multipart/form-data; boundary=limit'): Request {
  const source = chunks[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = source.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': contentType } }
  return new Request('http://almaty.localhost/ru', init as RequestInit)
}

const bytesOf = (file: SentFile | undefined, ...range: number[]) => {
  if (!file) throw new Error('The form brought no such file')
  return buffer(file.read(...range))
}

const read = (parts: readonly Part[], allow: () => Promise<Receiving> = receiving) =>
  readMultipart(requestOf(formOf(parts)), allow)

describe('a form with files', () => {
  it('brings its fields and files, byte for byte, and leaves nothing when it is dropped', async () => {
    const content = Uint8Array.from({ length: 1000 }, (_, at) => at % 256)
    const sent = await read([field('formToken', 't'), field('text', 'Қош\r\nкелдіңіз'), file('сурет ә.jpg', content)])
    expect(sent.fields).toEqual([
      ['formToken', 't'],
      ['text', 'Қош\r\nкелдіңіз'],
    ])
    const [photo] = sent.files
    expect(photo).toMatchObject({ field: 'files', name: 'сурет ә.jpg', bytes: 1000, cut: false })
    expect(await bytesOf(photo)).toEqual(Buffer.from(content))
    expect(await bytesOf(photo, 10, 20)).toEqual(Buffer.from(content.subarray(10, 20)))
    expect(await readdir(path.join(folder, 't_almaty/coming')), 'no name to find it by').toEqual([])
    await sent.drop()
  })

  it('cuts off what is too long, and goes on with the rest', async () => {
    const sent = await read([file('long.jpg', 'x'.repeat(1001)), field('text', 'kept'), file('short.jpg', 'y')])
    expect(sent.files.map(({ name, cut, bytes }) => [name, cut, bytes])).toEqual([
      ['long.jpg', true, 1001],
      ['short.jpg', false, 1],
    ])
    expect(sent.fields).toEqual([['text', 'kept']])
    expect(await bytesOf(sent.files[0])).toHaveLength(0)
    await sent.drop()
  })

  it('says when there are too many, and keeps as many as are allowed', async () => {
    const sent = await read([1, 2, 3, 4, 5].map((number) => file(`${number}.jpg`, 'x')))
    expect(sent.tooMany).toBe(true)
    expect(sent.files).toHaveLength(3)
    await sent.drop()
  })

  it('takes a choice left empty for none, and counts no upload where there is nothing else', async () => {
    const allow = vi.fn<typeof receiving>(receiving)
    const nothing = await read([field('text', 'kept'), file('', '')], allow)
    expect(nothing).toMatchObject({ fields: [['text', 'kept']], files: [], limits: undefined })
    expect(allow).not.toHaveBeenCalled()
    const sent = await read([file('', ''), file('empty.txt', '')])
    expect(sent.files.map(({ name, bytes }) => [name, bytes])).toEqual([['empty.txt', 0]])
    expect(await bytesOf(sent.files[0])).toHaveLength(0)
    await sent.drop()
  })

  it('asks before the first file is written, with the fields before it; refused, it keeps the fields alone', async () => {
    let asked: unknown
    const sent = await readMultipart(
      requestOf(formOf([field('formToken', 'wrong'), file('a.jpg', 'x'.repeat(500)), field('text', 'kept')])),
      async (before) => {
        asked = before
        throw new ForeignForm()
      },
    )
    expect(asked).toEqual([['formToken', 'wrong']])
    expect(sent.refused).toBeInstanceOf(ForeignForm)
    expect(sent.files).toEqual([])
    expect(sent.fields).toEqual([
      ['formToken', 'wrong'],
      ['text', 'kept'],
    ])
    expect(await readdir(folder)).toEqual([])
  })

  it('holds back the sender while the disk is busy', async () => {
    let given = 0
    const chunk = new Uint8Array(64 * 1024)
    const begin = formOf([file('a.jpg', '')])[0]?.subarray(0, -13) ?? new Uint8Array()
    function* endless() {
      yield begin
      for (; given < 500; given += 1) yield chunk
      yield Buffer.from('\r\n--limit--\r\n')
    }
    const { promise, resolve } = Promise.withResolvers<Receiving>()
    const reading = readMultipart(requestOf(endless()), () => promise)
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    // 500 chunks are 32 MB; what waits between sender and disk is a few buffers.
    expect(given).toBeLessThan(20)
    resolve(await receiving())
    const sent = await reading
    expect(sent.files.map(({ cut, bytes }) => [cut, bytes])).toEqual([[true, 500 * 64 * 1024]])
    await sent.drop()
  })
})

describe('what is no form', () => {
  const reading = (chunks: Uint8Array[], contentType?: string) =>
    readMultipart(requestOf(chunks, contentType), receiving)

  it.each([[1], [20], [200]])('is refused when it breaks off %i bytes before its end', async (breakOff) => {
    await expect(
      reading(formOf([field('text', 'kept'), file('a.jpg', 'x'.repeat(400))], { breakOff: breakOff + 2 })),
    ).rejects.toBeInstanceOf(InvalidInput)
  })

  it.each([
    ['without a boundary', 'multipart/form-data'],
    ['with an empty one', 'multipart/form-data; boundary='],
    ['with another one', 'multipart/form-data; boundary=other'],
  ])('is refused %s', async (_what, contentType) => {
    await expect(reading(formOf([field('text', 'kept')]), contentType)).rejects.toBeInstanceOf(InvalidInput)
  })

  it('is refused with fields without end, long fields and files without end', async () => {
    await expect(reading(formOf(Array.from({ length: 101 }, (_, at) => field(`f${at}`, ''))))).rejects.toBeInstanceOf(
      InvalidInput,
    )
    await expect(reading(formOf([field('text', 'x'.repeat(1_000_001))]))).rejects.toBeInstanceOf(InvalidInput)
    await expect(
      reading(formOf([field('a', 'x'.repeat(600_000)), field('b', 'x'.repeat(600_000))])),
    ).rejects.toBeInstanceOf(InvalidInput)
    await expect(
      reading(formOf(Array.from({ length: 101 }, (_, at) => file(`${at}.jpg`, 'x')))),
    ).rejects.toBeInstanceOf(InvalidInput)
  })

  it('is refused when it is empty', async () => {
    await expect(reading([])).rejects.toBeInstanceOf(InvalidInput)
    await expect(reading([Buffer.from('no form at all')])).rejects.toBeInstanceOf(InvalidInput)
  })
})
