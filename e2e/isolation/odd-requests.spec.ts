import { anAppeal, answerAll, answersOf, fileAppeal, questionPath, sendAnswers } from '../fixtures/appeals.ts'
import { hostOf, platformHost, type House } from '../fixtures/house.ts'
import { hiddenField, textOf, unescaped, visitorOf, type Reply, type Visitor } from '../fixtures/http.ts'
import { rowCounts } from '../fixtures/database.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { colleagueReading, newColleague, signIn } from '../fixtures/people.ts'
import { expect } from '../fixtures/test.ts'
import { localeCodes, say, type LocaleCode } from '../fixtures/texts.ts'

const { test } = testInOwnHouse()
const almaty = hostOf('almaty')
const textPage = questionPath('ru', 'text')

/** Sends a body as it is to a question of a new appeal; nothing may be written whatever comes of it. */
async function sendRaw(
  house: House,
  visitor: Visitor,
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = textPage,
) {
  const before = await rowCounts(house, 'almaty')
  const reply = await visitor.ask(path, { method: 'POST', body, headers })
  expect(await rowCounts(house, 'almaty'), 'nothing is written').toEqual(before)
  return reply
}

/** Answers as a body, with the token of this visitor. */
async function bodyOf(visitor: Visitor, changes: Record<string, string> = {}): Promise<URLSearchParams> {
  const { text, fullName, address, iin } = anAppeal('ru')
  return new URLSearchParams({ formToken: await visitor.formToken(), text, fullName, address, iin, ...changes })
}

function expectErrorPage(reply: Reply, status: number, locale: LocaleCode): void {
  expect(reply.status).toBe(status)
  expect(reply.headers['content-type']).toMatch(/^text\/html; charset=utf-8$/i)
  expect(reply.body).toContain(`<html lang="${locale}"`)
  expect(unescaped(reply.body)).toContain(say(locale, `common:page.${status}.title`))
  expect(reply.headers['cache-control']).toBe('no-store')
}

/** Bytes instead of one field's value, percent-encoded by hand. */
const withBytes = (body: URLSearchParams, field: string, encoded: string) => {
  const copy = new URLSearchParams(body)
  copy.set(field, '@@')
  return copy.toString().replace('%40%40', encoded)
}

const unreadable: [what: string, question: string, field: string, encoded: string][] = [
  ['UTF-8 cut off half-way', 'text', 'text', `${'%D0%9A'.repeat(12)}%D0`],
  ['windows-1251', 'text', 'text', '%CF%F0%E8%E2%E5%F2+%EC%E8%F0+%F7%F2%EE+%FD%F2%EE'],
  ['a lone surrogate', 'name', 'fullName', '%ED%A0%80+Ivan'],
  ['an overlong slash', 'address', 'address', 'Abai+%C0%AF+10+dom'],
]

for (const [what, question, field, encoded] of unreadable) {
  test(`${what} in a field is told to be unreadable`, async ({ house }) => {
    const visitor = visitorOf(house, almaty)
    const body = withBytes(await bodyOf(visitor), field, encoded)
    const reply = await sendRaw(house, visitor, body, {}, questionPath('ru', question))
    expect(reply.status).toBe(422)
    expect(textOf(reply.body)).toContain(say('ru', 'common:error.unreadable'))
  })
}

test('NUL, direction marks and stray carriage returns do no harm to an appeal', async ({ house }) => {
  const visitor = visitorOf(house, almaty)
  const body = withBytes(await bodyOf(visitor), 'text', 'Fonar%00+ne+gorit%0D%0Avtoroi+den%07')
  await visitor.send(questionPath('ru', 'intent'), { meant: 'problem' })
  await visitor.send(questionPath('ru', 'topic'), { category: 'none' })
  const reply = await visitor.ask(textPage, { method: 'POST', body })
  expect(reply.status).toBe(302)
  const page = await visitor.ask(textPage)
  expect(textOf(page.body)).toContain('Fonar ne gorit vtoroi den')
})

const withNul: [who: 'dispatcher' | 'regionAdmin' | 'nobody' | 'overseer', path: string, status: number][] = [
  ['dispatcher', '/desk?done=assigned.%00', 200],
  ['dispatcher', '/desk?view=%00&q=%00&after=%00&assigned=%00', 200],
  ['regionAdmin', '/admin/agencies?search=%00&show=%00&changed=%00', 200],
  ['regionAdmin', '/admin/staff?search=%00&after=%00&agencyId=%00', 200],
  ['nobody', '/ru/search?q=%00', 200],
  ['nobody', '/ru/track?number=%00', 200],
  ['nobody', '/ru/appeals/new?about=%00', 200],
  ['nobody', '/ru/appeals/%00/open?key=%00', 404],
  ['nobody', '/invitations/none?token=%00', 404],
  ['nobody', '/new-password?token=%00', 200],
  ['overseer', '/oversight?region=%00&period=%00&sort=%00', 200],
]

for (const [who, path, status] of withNul) {
  test(`${path} as asked for by ${who} is answered by ${status}: no NUL reaches the database`, async ({ house }) => {
    const visitor =
      who === 'nobody'
        ? visitorOf(house, almaty)
        : who === 'overseer'
          ? await signIn(house, { ...house.overseer, host: platformHost })
          : await signIn(house, await newColleague(house, 'almaty', { role: who }))
    expect((await visitor.ask(path)).status).toBe(status)
  })
}

test('a field that comes twice, or as __proto__, is judged and harms nobody', async ({ house }) => {
  const visitor = visitorOf(house, almaty)
  const body = (await bodyOf(visitor)).toString()
  const twice = await sendRaw(house, visitor, `${body}&iin=900515300018`, {}, questionPath('ru', 'iin'))
  expect(twice.status).toBe(422)
  const polluted = await sendRaw(
    house,
    visitor,
    `__proto__=x&__proto__[text]=x&constructor=x&${body.replace(/text=[^&]*/, 'text=')}`,
  )
  expect(polluted.status).toBe(422)
  expect(textOf(polluted.body)).toContain(say('ru', 'appeals:error.textMissing'))
  expect((await visitor.ask('/ru')).status).toBe(200)
})

const otherBodies: [what: string, type: string, body: string][] = [
  ['JSON', 'application/json', '{"text":"x"}'],
  [
    'multipart',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--b--\r\n',
  ],
  ['plain text', 'text/plain', 'text=x'],
  ['nothing', 'application/x-www-form-urlencoded', ''],
  ['ampersands', 'application/x-www-form-urlencoded', '&&&===%%%&'],
  ['a wrong gzip', 'application/x-www-form-urlencoded', 'text=x'],
]

for (const [what, type, body] of otherBodies) {
  test(`${what} for a body is refused without harm`, async ({ house }) => {
    const headers = { 'Content-Type': type, ...(what === 'a wrong gzip' ? { 'Content-Encoding': 'gzip' } : {}) }
    const { status, body: page } = await sendRaw(house, visitorOf(house, almaty), body, headers)
    expect([400, 403, 415, 422], String(status)).toContain(status)
    expect(page).toContain('<html lang="ru"')
  })
}

const urls: [what: string, path: string, statuses: readonly number[]][] = [
  ['malformed percent', '/ru/track?number=%E0%A4%A', [200]],
  ['malformed percent in the path', '/ru/%E0%A4%A', [400, 404]],
  ['malformed percent for an id', '/ru/appeals/%E0%A4%A', [400, 404]],
  ['NUL in the path', '/ru/appeals/%00', [400, 404]],
  ['NUL in a query', '/ru/track?number=%00', [200]],
  ['an id of thousand letters', `/ru/appeals/${'x'.repeat(1000)}`, [404]],
  ['dots', '/ru/../../../etc/passwd', [404]],
  ['encoded dots', '/%2e%2e/%2e%2e/etc/passwd', [400, 404]],
  ['backslashes', '/ru\\none', [404]],
  ['two slashes', '//example.org/ru', [400, 404]],
  ['a wrong cursor', '/desk?after=0.nonsense', [302]],
  ['Remix’s own words', '/ru?_data=routes/resident/home', [404]],
  ['a build file that is none', '/assets/none.css', [404]],
  ['the server’s own build', '/build/server/server.js', [404]],
]

for (const [what, path, statuses] of urls) {
  test(`an address with ${what} is answered by a page`, async ({ house }) => {
    const { status, body } = await visitorOf(house, almaty).ask(path, { headers: { 'Accept-Language': 'ru' } })
    expect(statuses, String(status)).toContain(status)
    if (status >= 400) expect(body).toContain('<html lang="ru"')
  })
}

test('a URL past all measure is refused by HTTP itself', async ({ house }) => {
  const { status } = await visitorOf(house, almaty).ask(`/ru/track?number=${'9'.repeat(20_000)}`)
  expect([414, 431]).toContain(status)
})

for (const locale of localeCodes) {
  test(`error pages speak ${locale}: 403, 404, 413`, async ({ house }) => {
    const headers = { 'Accept-Language': locale }
    const visitor = visitorOf(house, almaty)
    expectErrorPage(await visitor.ask('/no/such/page', { headers }), 404, locale)
    expectErrorPage(await visitor.ask(`/${locale}/appeals/none`), 404, locale)
    const large = await visitor.ask(questionPath(locale, 'text'), {
      method: 'POST',
      body: `text=${'x'.repeat(2_000_000)}`,
    })
    expectErrorPage(large, 413, locale)
    const colleague = await signIn(house, await colleagueReading(house, 'almaty', locale, { role: 'dispatcher' }))
    expectErrorPage(await colleague.ask('/admin/staff'), 403, locale)
  })

  test(`a form without our token is refused in ${locale}, and what was typed is kept`, async ({ house }) => {
    const path = questionPath(locale, 'text')
    const visitor = visitorOf(house, almaty)
    const other = visitorOf(house, almaty)
    const neighbour = visitorOf(house, hostOf('shymkent'))
    // The same browser at the other region: the same seed, and yet another token.
    await visitor.formToken()
    for (const [name, value] of visitor.cookies) neighbour.cookies.set(name, value)
    const own = await visitor.formToken()
    const tries: [what: string, token: string, headers: Record<string, string>][] = [
      ['no token', '', {}],
      ['nonsense', 'x'.repeat(43), {}],
      ["another browser's token", await other.formToken(), {}],
      ["another region's token", await neighbour.formToken(), {}],
      ['a foreign origin', own, { Origin: 'http://evil.example' }],
      ["the other region's origin", own, { Origin: `http://${hostOf('shymkent')}:${house.port}` }],
      ['an origin of null', own, { Origin: 'null' }],
      ['a foreign site', own, { 'Sec-Fetch-Site': 'cross-site' }],
      ['a sister site', own, { 'Sec-Fetch-Site': 'same-site' }],
    ]
    for (const [what, formToken, headers] of tries) {
      const form = anAppeal(locale)
      const before = await rowCounts(house, 'almaty')
      const reply = await visitor.send(path, { text: form.text, formToken }, headers)
      expect(await rowCounts(house, 'almaty'), what).toEqual(before)
      expect(reply.status, what).toBe(403)
      const html = unescaped(reply.body)
      expect(html, what).toContain(say(locale, 'common:error.form'))
      expect(html.includes(form.text), `${what}: what was typed is kept`).toBe(true)
      // The page that came back carries a token that works.
      const fresh = hiddenField(reply.body, 'formToken')
      expect((await visitor.send(path, { text: form.text, formToken: fresh })).status).toBe(302)
    }
    const origin = { Origin: `http://${almaty}:${house.port}`, 'Sec-Fetch-Site': 'same-origin' }
    expect((await visitor.send(path, { text: anAppeal(locale).text }, origin)).status).toBe(302)
  })
}

test('NUL in an id is nobody’s id', async ({ house }) => {
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const admin = await signIn(house, house.people.almaty.regionAdmin)
  const { receipt } = await fileAppeal(house, 'almaty')
  const desk = `/desk/appeals/${receipt.appealId}`
  const submissionKey = crypto.randomUUID()
  const invited = { submissionKey, fullName: 'Айша Үлгі', email: 'nul@almaty.example', role: 'clerk', locale: 'ru' }
  const password = 'ұзақ құпия сөз'
  const replies = {
    'the desk': await dispatcher.ask('/desk/appeals/%00'),
    'the agency': await dispatcher.send(desk, { intent: 'assign', version: '1', agencyId: '\0' }),
    'the agency of an invited': await admin.send('/admin/staff', { ...invited, agencyId: '\0' }),
    'an invitation': await dispatcher.send('/invitations/%00', { token: '\0', password }),
    'a reset': await dispatcher.send('/new-password', { token: '\0', password }),
    'a forgotten one': await dispatcher.send('/forgotten-password', { email: '\0@almaty.example' }),
    'a sign-in': await dispatcher.send('/sign-in', { email: 'nul@almaty.example', password: '\0\0\0' }),
  }
  const statuses = Object.fromEntries(Object.entries(replies).map(([what, { status }]) => [what, status]))
  for (const [what, status] of Object.entries(statuses)) expect.soft([404, 422], `${what}: ${status}`).toContain(status)
})

test('a sign-in and a sign-out from elsewhere are refused by a page', async ({ house }) => {
  const { email, password } = house.people.almaty.dispatcher
  const visitor = visitorOf(house, almaty)
  const forged = await visitor.send('/sign-in?lang=ru', { email, password, formToken: 'x' })
  expect(forged.status).toBe(403)
  expect(visitor.cookies.has('bt_staff')).toBe(false)
  expect(forged.body).not.toContain(password)

  const staff = await signIn(house, house.people.almaty.dispatcher)
  const out = await staff.send('/sign-out', { formToken: 'x', everywhere: 'yes' })
  expect(out.status).toBe(403)
  expect(out.headers['content-type']).toContain('text/html')
  expect((await staff.ask('/desk')).status, 'still signed in').toBe(200)
})

const elsewhere = [
  'http://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/desk\r\nSet-Cookie: x=1',
  ' /\u2028/evil.example',
]

test('after a sign-in nobody is led away from this host', async ({ house }) => {
  for (const next of elsewhere) {
    const visitor = visitorOf(house, almaty)
    const { email, password } = await Promise.resolve(house.people.almaty.clerk)
    const { status, headers } = await visitor.send('/sign-in', { email, password, next })
    expect(status, next).toBe(302)
    const there = new URL(headers.location ?? '', `http://${almaty}/`)
    expect(there.host, next).toBe(almaty)
    expect(headers['set-cookie']?.join() ?? '').not.toContain('x=1')
  }
})

test('a host that is nobody’s gets a plain 404; health is told on every host', async ({ house }) => {
  for (const host of [
    'example.org',
    'localhost',
    'almaty.localhost.evil.example',
    '127.0.0.1',
    'nobody.localhost',
    '',
  ]) {
    const visitor = visitorOf(house, almaty)
    const { status, headers, body } = await visitor.ask('/', { headers: { Host: host } })
    expect([status, body], host).toEqual([404, 'Not found'])
    expect(headers['content-type']).toContain('text/plain')
    expect(headers['set-cookie'], 'no cookie for a stranger').toBeUndefined()
    for (const path of ['/healthz', '/readyz']) {
      expect((await visitor.ask(path, { headers: { Host: host } })).status, `${host}${path}`).toBe(200)
    }
  }
  for (const host of [almaty, platformHost, `${almaty.toUpperCase()}.`]) {
    expect((await visitorOf(house, host).ask('/')).status, host).toBe(302)
    expect((await visitorOf(house, host).ask('/healthz')).status).toBe(200)
  }
})

test('cookies and headers are as strict as they can be', async ({ house }) => {
  const visitor = visitorOf(house, almaty)
  const page = await visitor.ask('/kk')
  const { email, password } = house.people.almaty.dispatcher
  const signedIn = await visitor.send('/sign-in', { email, password })
  const resident = visitorOf(house, almaty)
  const begun = await resident.send(questionPath('ru', 'intent'), { meant: 'problem' })
  await answerAll(resident, 'ru', answersOf(anAppeal('ru')))
  const filed = await sendAnswers(resident, 'ru')
  const cookies = [page, signedIn, begun, filed].flatMap(({ headers }) => headers['set-cookie'] ?? [])
  expect(new Set(cookies.map((line) => line.split('=')[0]))).toEqual(
    new Set(['bt_form', 'bt_language', 'bt_staff', 'bt_device', 'bt_draft', 'bt_seen']),
  )
  for (const line of cookies) {
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).toMatch(/; Path=\//i)
    expect(line).not.toMatch(/; Domain=/i)
    if (!line.startsWith('bt_language')) expect(line).toMatch(/; HttpOnly/i)
  }
  for (const { headers } of [page, await visitor.ask('/no/such'), await visitor.ask('/desk')]) {
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'nonce-.*frame-ancestors 'none'/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  }
  const [again] = [await visitor.ask('/kk')]
  expect(again?.headers['content-security-policy']).not.toBe(page.headers['content-security-policy'])
})

test('no page holds a NUL byte', async ({ house }) => {
  const visitor = visitorOf(house, almaty)
  const holed: string[] = []
  for (const locale of localeCodes) {
    for (const path of [
      '',
      '/appeals/new',
      '/appeals/new/intent',
      ...Array.from({ length: 12 }, (_, n) => `/track?number=${'q'.repeat(n)}Ә`),
    ]) {
      const { bytes } = await visitor.ask(encodeURI(`/${locale}${path}`))
      if (bytes.includes(0)) holed.push(`/${locale}${path}`)
    }
    const reply = await visitor.send(questionPath(locale, 'text'), { text: 'ә'.repeat(30_000) })
    if (reply.bytes.includes(0)) holed.push(`POST ${questionPath(locale, 'text')}`)
  }
  expect(holed).toEqual([])
})
