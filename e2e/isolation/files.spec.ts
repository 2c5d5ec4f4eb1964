import { readFileSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { docxOf, pdf, photo, pictureFacts, zipOf } from '#infra/testing/sample-files.ts'
import { fileAppeal } from '../fixtures/appeals.ts'
import { rowCounts, rowsOf } from '../fixtures/database.ts'
import { filesOnDisk, informationPage, multipart, multipartType, sendFiles, type TypedFile } from '../fixtures/files.ts'
import { hostOf, type House } from '../fixtures/house.ts'
import { textOf, unescaped, visitorOf, type Fields, type Reply, type Visitor } from '../fixtures/http.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { signIn } from '../fixtures/people.ts'
import { processOf } from '../fixtures/served.ts'
import { expect } from '../fixtures/test.ts'
import { localeCodes, say } from '../fixtures/texts.ts'

const { test } = testInOwnHouse()
const mega = 1024 * 1024

/** Neither a row nor a file has come or gone while `work` ran. */
async function nothingKept<T>(house: House, work: () => Promise<T>): Promise<T> {
  const state = async () => [
    await rowCounts(house, 'almaty'),
    await rowCounts(house, 'shymkent'),
    await filesOnDisk(house),
  ]
  const before = await state()
  const result = await work()
  expect(await state()).toEqual(before)
  return result
}

/** The refusal as a page: said in a summary that leads to the field, and at the field; the words are kept. */
function expectRefused(reply: Reply, message: string, words: string): void {
  const html = unescaped(reply.body)
  expect(reply.status).toBe(422)
  expect(html).toContain(`<a href="#files">${message}</a>`)
  expect(html.split(message).length - 1).toBeGreaterThanOrEqual(2)
  expect(html).toContain(words)
}

interface Stored {
  readonly id: string
  readonly name: string
}
const storedOf = (house: House, appealId: string) =>
  rowsOf<Stored>(house, 'almaty', 'select id, name from attachment where appeal_id = $1 order by id', [appealId])

for (const locale of localeCodes) {
  const wrong: [what: string, file: TypedFile, reason: string, shown: string, values?: Fields][] = [
    ['a program called a picture', { name: 'фото.jpg', content: Buffer.from('MZ\x90\0\x03') }, 'type', 'фото'],
    [
      'an SVG with a script',
      { name: 'a.svg', content: Buffer.from('<svg><script>alert(1)</script></svg>') },
      'type',
      'a',
    ],
    ['0 bytes', { name: 'бос.pdf', content: Buffer.alloc(0) }, 'empty', 'бос'],
    [
      'a zip bomb',
      { name: 'b.docx', content: docxOf({ name: 'x', content: 'x', claims: 4_000_000_000 }) },
      'archive',
      'b',
    ],
    [
      '21 MB',
      { name: 'ұзын.pdf', content: Buffer.alloc(21 * mega, 'x') },
      'tooLarge',
      'ұзын',
      { size: say(locale, 'attachments:size.megabytes', { value: '20' }) },
    ],
    ['a name of control characters', { name: '\u0001\u202e\u0007', content: Buffer.from('<svg/>') }, 'type', '…'],
  ]
  for (const [what, file, reason, shown, values] of wrong) {
    test(`${what} is refused in ${locale}: nothing is stored, the words are kept`, async ({ house }) => {
      const { receipt, resident } = await fileAppeal(house, 'almaty')
      const words = `Қосымша сөз ${what}`
      const page = informationPage(locale, receipt.appealId)
      const reply = await nothingKept(house, () => sendFiles(resident, page, { intent: 'add', text: words }, [file]))
      expectRefused(reply, say(locale, `attachments:error.${reason}`, { name: shown, ...values }), words)
      // The words alone are taken then.
      expect((await sendFiles(resident, page, { intent: 'add', text: words }, [])).status).toBe(302)
    })
  }

  test(`ten files are taken in ${locale}, the eleventh is told so and left out`, async ({ house }) => {
    const { receipt, resident } = await fileAppeal(house, 'almaty')
    const page = informationPage(locale, receipt.appealId)
    const eleven = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.pdf`, content: pdf() }))
    const reply = await sendFiles(resident, page, { intent: 'add', text: 'Он бір файл' }, eleven)
    expectRefused(reply, say(locale, 'attachments:error.tooMany', { most: '10' }), 'Он бір файл')
    expect(textOf(reply.body)).toContain('9.pdf')
    expect(textOf(reply.body)).not.toContain('10.pdf')
    expect(textOf(reply.body)).toContain(say(locale, 'attachments:field.full'))
    expect((await sendFiles(resident, page, { intent: 'add', text: 'Он бір файл' }, [])).status).toBe(302)
    expect(await storedOf(house, receipt.appealId)).toHaveLength(10)
  })
}

test('a good file is kept while a word is put right, and can be taken out again', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const page = informationPage('ru', receipt.appealId)
  const fields = { intent: 'add', text: '\ufffd' }
  const files = [
    { name: 'акт.pdf', content: pdf() },
    { name: 'лишний.pdf', content: pdf() },
  ]
  const reply = await sendFiles(resident, page, fields, files)
  expect(reply.status).toBe(422)
  const html = unescaped((await resident.ask(page)).body)
  expect(html).toContain('акт.pdf')
  const [, other] = [...html.matchAll(/name="attachmentId" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  expect((await resident.send(page, { intent: 'remove', attachmentId: other ?? '' })).status).toBe(302)
  expect((await resident.send(page, { intent: 'remove', attachmentId: other ?? '' })).status).toBe(404)
  expect((await sendFiles(resident, page, { intent: 'add', text: '' }, [])).status).toBe(302)
  expect((await storedOf(house, receipt.appealId)).map(({ name }) => name)).toEqual(['акт.pdf'])
})

test('a photograph loses its place and its tail, and is shown where nothing can run', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const script = '<script>alert(1)</script>'
  const content = Buffer.concat([await photo(), zipOf([{ name: 'a.html', content: script }]), Buffer.from(script)])
  const name = '../../\u202eгпж.фото\r\nSet-Cookie: x=1.html'
  const page = informationPage('ru', receipt.appealId)
  expect((await sendFiles(resident, page, { intent: 'add', text: '' }, [{ name, content }])).status).toBe(302)
  const [stored] = await storedOf(house, receipt.appealId)
  const address = `/ru/appeals/${receipt.appealId}/files/${stored?.id}`
  const shown = await resident.ask(address)
  expect(shown.status).toBe(200)
  expect(shown.bytes.includes('script')).toBe(false)
  expect(await pictureFacts(shown.bytes)).toMatchObject({ format: 'jpeg', width: 4, height: 2 })
  expect((await pictureFacts(shown.bytes)).exif).toBeUndefined()
  expect(shown.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(shown.bytes.length),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store, no-transform',
  })
  expect(shown.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(shown.headers['content-disposition']).toMatch(
    /^inline; filename="[ -~]+\.jpg"; filename\*=UTF-8''[%\w.~-]+\.jpg$/,
  )
  expect(shown.headers['set-cookie']).toBeUndefined()
  const head = await resident.ask(address, { method: 'HEAD' })
  expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([200, String(shown.bytes.length), 0])

  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const atDesk = await dispatcher.ask(`/desk/appeals/${receipt.appealId}/files/${stored?.id}`)
  expect(atDesk.bytes).toEqual(shown.bytes)
})

test('anything else is saved and never shown', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const files = [
    { name: 'акт.html', content: pdf() },
    { name: 'сөз.html', content: Buffer.from('жай мәтін') },
  ]
  await sendFiles(resident, informationPage('kk', receipt.appealId), { intent: 'add', text: '' }, files)
  for (const { id, name } of await storedOf(house, receipt.appealId)) {
    const { headers } = await resident.ask(`/kk/appeals/${receipt.appealId}/files/${id}`)
    expect(headers['content-disposition'], name).toMatch(/^attachment; /)
    expect(headers['content-security-policy'], name).toBe(`sandbox; default-src 'none'`)
    expect(headers['content-type'], name).toMatch(/^(application\/pdf|text\/plain; charset=utf-8)$/)
  }
})

test('a stranger, another region and a wrong path get a page that says there is nothing', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const files = [{ name: 'акт.pdf', content: pdf() }]
  await sendFiles(resident, informationPage('ru', receipt.appealId), { intent: 'add', text: '' }, files)
  const [stored] = await storedOf(house, receipt.appealId)
  const address = `/ru/appeals/${receipt.appealId}/files/${stored?.id}`
  const other = await fileAppeal(house, 'almaty')
  const there = visitorOf(house, hostOf('shymkent'))
  for (const [name, value] of resident.cookies) there.cookies.set(name, value)
  const asked: [Visitor, string][] = [
    [visitorOf(house, hostOf('almaty')), address],
    [other.resident, address],
    [other.resident, `/ru/appeals/${other.receipt.appealId}/files/${stored?.id}`],
    [there, address],
    [resident, `${address}0`],
    [resident, `/ru/appeals/${receipt.appealId}/files/..%2f..%2fsecrets.json`],
  ]
  for (const [visitor, path] of asked) {
    const { status, body } = await visitor.ask(path)
    expect(status, path).toBe(404)
    expect(textOf(body), path).toContain(say('ru', 'common:page.404.title'))
  }
})

test('a stranger’s file is never written: the token stands before it, and the appeal is asked for first', async ({
  house,
}) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const page = informationPage('ru', receipt.appealId)
  const files = [{ name: 'акт.pdf', content: pdf() }]
  const post = (visitor: Visitor, path: string, body: Buffer) =>
    visitor.ask(path, { method: 'POST', headers: { 'Content-Type': multipartType }, body })
  const token = await resident.formToken()
  const after = multipart({}, files)
    .toString('latin1')
    .replace(/--\r\n$/, '')
  const late = `${after}\r\nContent-Disposition: form-data; name="formToken"\r\n\r\n${token}\r\n--limit-of-a-part--\r\n`
  const stranger = visitorOf(house, hostOf('almaty'))
  const tries: [string, () => Promise<Reply>, number][] = [
    ['no token', () => post(resident, page, multipart({ intent: 'add', text: 'сөз' }, files)), 403],
    ['a wrong one', () => post(resident, page, multipart({ formToken: 'x', intent: 'add' }, files)), 403],
    ['one behind the file', () => post(resident, page, Buffer.from(late, 'latin1')), 404],
    ['a stranger', () => sendFiles(stranger, page, { intent: 'add', text: 'сөз' }, files), 404],
    [
      'no place for it',
      () => sendFiles(resident, page.split('?')[0] ?? '', { intent: 'add', text: 'сөз' }, files),
      404,
    ],
    ['a form without files', () => sendFiles(stranger, '/ru/track', { number: '1', code: '2' }, files), 422],
    ['a sign-in', () => sendFiles(stranger, '/sign-in', { email: 'a@b.example', password: 'x' }, files), 422],
  ]
  for (const [what, send, status] of tries) {
    const reply = await nothingKept(house, send)
    expect(reply.status, what).toBe(status)
  }
})

test('what breaks off or is no form leaves nothing', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const page = informationPage('ru', receipt.appealId)
  const fields = { formToken: await resident.formToken(), intent: 'add', text: 'сөз' }
  const whole = multipart(fields, [{ name: 'a.pdf', content: pdf() }])
  for (const body of [whole.subarray(0, -10), whole.subarray(0, 300), Buffer.from('no form'), Buffer.alloc(0)]) {
    const headers = { 'Content-Type': multipartType }
    const reply = await nothingKept(house, () => resident.ask(page, { method: 'POST', headers, body }))
    expect([403, 404, 422]).toContain(reply.status)
  }
})

/** Begins to send a form and stops in the middle of its file. */
async function beginUpload(house: House, visitor: Visitor, page: string): Promise<ClientRequest> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const fields = { formToken: await visitor.formToken(), intent: 'add', text: '' }
  const whole = multipart(fields, [{ name: 'a.pdf', content: Buffer.alloc(5 * mega, 'x') }])
  const sent = request({
    host: '127.0.0.1',
    port: house.port,
    method: 'POST',
    path: page,
    headers: {
      Host: `${visitor.host}:${house.port}`,
      Cookie: cookie,
      'Content-Type': multipartType,
      'Content-Length': String(whole.length),
    },
  })
  // The far end goes away in these tests.
  sent.on('error', () => undefined)
  sent.write(whole.subarray(0, 3 * mega))
  return sent
}

const memoryOf = (pid: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

test('large files pass through the server, not into its memory', async ({ house }) => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const server = processOf(house, 'server')
  const fields = { intent: 'add', text: 'сөз' }
  const page = informationPage('ru', receipt.appealId)
  await sendFiles(resident, page, fields, [{ name: 'warm.pdf', content: Buffer.alloc(21 * mega, 'x') }])
  const before = memoryOf(server)
  const eight = Array.from({ length: 8 }, (_, at) => ({ name: `${at}.pdf`, content: Buffer.alloc(21 * mega, 'x') }))
  const reply = await nothingKept(house, () => sendFiles(resident, page, fields, eight))
  expect(reply.status).toBe(422)
  // 168 MB were sent; held in memory they would all be there at once.
  expect(memoryOf(server) - before).toBeLessThan(84)
})

test('a sender that goes away, and a server that is killed, leave neither row nor file', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const page = informationPage('ru', receipt.appealId)
  await nothingKept(house, async () => {
    const gone = await beginUpload(house, resident, page)
    gone.destroy()
    const cut = await beginUpload(house, resident, page)
    const server = processOf(house, 'server')
    process.kill(server, 'SIGKILL')
    await expect.poll(() => processOf(house, 'server'), { timeout: 30_000 }).not.toBe(server)
    cut.destroy()
    await expect
      .poll(async () => (await resident.ask(page).catch(() => undefined))?.status, { timeout: 30_000 })
      .toBe(200)
  })
})
