import { fileAppeal, questionPath } from '../fixtures/appeals.ts'
import { agencyId, rowCounts } from '../fixtures/database.ts'
import { hostOf, type House } from '../fixtures/house.ts'
import { textOf, unescaped, visitorOf, type Fields, type Reply } from '../fixtures/http.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { invite, signIn, stranger } from '../fixtures/people.ts'
import { expect } from '../fixtures/test.ts'
import { localeCodes, say, type LocaleCode } from '../fixtures/texts.ts'

const { test } = testInOwnHouse()
const almaty = hostOf('almaty')

/** Nothing a command writes has changed while `work` ran. */
async function nothingWritten<T>(house: House, work: () => Promise<T>): Promise<T> {
  const before = await Promise.all([rowCounts(house, 'almaty'), rowCounts(house, 'shymkent')])
  const result = await work()
  expect(await Promise.all([rowCounts(house, 'almaty'), rowCounts(house, 'shymkent')])).toEqual(before)
  return result
}

/** The refusal of a form as a page in the person's language: summary, message at the top and at the field, title. */
function expectRefused(reply: Reply, locale: LocaleCode, field: string, key: string): void {
  const html = unescaped(reply.body)
  expect(reply.status).toBe(422)
  expect(html).toContain(`<html lang="${locale}"`)
  expect(html).toContain(`<title>${say(locale, 'common:errorPrefix')}: `)
  expect(html).toContain(say(locale, 'common:error.summary'))
  expect(html, 'the summary leads to the field').toContain(`<a href="#${field}">${say(locale, key)}</a>`)
  expect(html.split(say(locale, key)).length - 1, 'said in the summary and at the field').toBeGreaterThanOrEqual(2)
}

/** What was typed stands in the page that came back. */
function expectKept(reply: Reply, typed: Fields): void {
  const html = unescaped(reply.body)
  for (const [name, value] of Object.entries(typed)) {
    if (name === 'language')
      expect(html).toMatch(new RegExp(`<input[^>]*value="${value}"[^>]*checked|checked[^>]*value="${value}"`))
    else if (name === 'text') expect(html).toMatch(/<textarea/)
    expect(html.includes(value), `${name} is kept`).toBe(true)
  }
}

const tooLong = 'ә'.repeat(100_000)

/** What is typed at which question, the field that is wrong, and what is said of it. */
const wrong: [what: string, question: string, typed: Fields, field: string, key: string][] = [
  ['no intent', 'intent', {}, 'meant', 'appeals:error.intentMissing'],
  ['an intent nobody has', 'intent', { meant: 'revenge' }, 'meant', 'appeals:error.intentMissing'],
  ['no topic', 'topic', {}, 'category', 'drafts:error.topicMissing'],
  ['a topic of a thousand letters', 'topic', { category: 'x'.repeat(1000) }, 'category', 'drafts:error.topicMissing'],
  ['a text of 100,000 characters', 'text', { text: tooLong }, 'text', 'appeals:error.textLong'],
  ['a text of 20,001 characters', 'text', { text: 'q'.repeat(20_001) }, 'text', 'appeals:error.textLong'],
  ['a text of two words', 'text', { text: 'Тым аз' }, 'text', 'appeals:error.textShort'],
  ['a text of blanks', 'text', { text: ' \n\t ' }, 'text', 'appeals:error.textMissing'],
  ['a text of control characters', 'text', { text: '\u0001\u0002\u0007' }, 'text', 'appeals:error.textMissing'],
  ['a place of 501 letters', 'place', { placeAddress: 'Ә'.repeat(501) }, 'placeAddress', 'appeals:error.placeLong'],
  ['a latitude past the pole', 'place', { placeLat: '90.5', placeLon: '76' }, 'placeLat', 'appeals:error.latInvalid'],
  ['half a point', 'place', { placeLat: '43,2' }, 'placeLon', 'appeals:error.pointHalf'],
  ['nobody', 'person', {}, 'kind', 'appeals:error.kindMissing'],
  ['somebody unheard of', 'person', { kind: 'robot' }, 'kind', 'appeals:error.kindMissing'],
  ['no way on without a name', 'anonymous', {}, 'choice', 'drafts:error.choiceMissing'],
  ['no organisation', 'organisation', { bin: '' }, 'organisationName', 'appeals:error.organisationMissing'],
  ['no BIN', 'organisation', { organisationName: 'Үлгі ЖШС' }, 'bin', 'appeals:error.binMissing'],
  [
    "a person's number for a BIN",
    'organisation',
    { organisationName: 'Үлгі ЖШС', bin: '900515300018' },
    'bin',
    'appeals:error.binKind',
  ],
  [
    'nobody to speak for',
    'representation',
    { basis: 'сенімхат' },
    'representedName',
    'appeals:error.representedMissing',
  ],
  ['no power of attorney', 'representation', { representedName: 'Үлгі Асан' }, 'basis', 'appeals:error.basisMissing'],
  ['a name of one letter', 'name', { fullName: 'Ә' }, 'fullName', 'appeals:error.nameMissing'],
  ['a name of 201 letters', 'name', { fullName: 'Ә'.repeat(201) }, 'fullName', 'appeals:error.nameLong'],
  ['an IIN with a wrong control digit', 'iin', { iin: '900515300019' }, 'iin', 'appeals:error.iinControl'],
  ['an IIN with an impossible date', 'iin', { iin: '900230300011' }, 'iin', 'appeals:error.iinDate'],
  ['an IIN of 11 digits', 'iin', { iin: '90051530001' }, 'iin', 'appeals:error.iinDigits'],
  ['an IIN with letters', 'iin', { iin: '90051530001О' }, 'iin', 'appeals:error.iinDigits'],
  ['an IIN in other digits', 'iin', { iin: '٩٠٠٥١٥٣٠٠٠١٨' }, 'iin', 'appeals:error.iinDigits'],
  ['no IIN', 'iin', { iin: '' }, 'iin', 'appeals:error.iinMissing'],
  ['an address of 501 letters', 'address', { address: 'Ә'.repeat(501) }, 'address', 'appeals:error.addressLong'],
  ['no address', 'address', { address: '' }, 'address', 'appeals:error.addressMissing'],
  ['no way to be answered', 'reply', {}, 'answerChannels', 'appeals:error.channelsMissing'],
  ['a way nobody goes', 'reply', { answerChannels: 'dove' }, 'answerChannels', 'appeals:error.channelsMissing'],
  ['no e-mail', 'reply', { answerChannels: 'mail' }, 'email', 'appeals:error.emailMissing'],
  [
    'an e-mail that is none',
    'reply',
    { answerChannels: 'mail', email: 'at-home' },
    'email',
    'appeals:error.emailInvalid',
  ],
  [
    'an e-mail with a header in it',
    'reply',
    { answerChannels: 'mail', email: 'a@b.example\r\nBcc: all@b.example' },
    'email',
    'appeals:error.emailInvalid',
  ],
  ['a short number', 'reply', { answerChannels: 'sms', phone: '1308' }, 'phone', 'appeals:error.phoneInvalid'],
  ['no number', 'reply', { answerChannels: 'sms', phone: '' }, 'phone', 'appeals:error.phoneMissing'],
  ['a language nobody speaks here', 'language', { language: 'de' }, 'language', 'appeals:error.languageMissing'],
]

for (const locale of localeCodes) {
  for (const [what, question, typed, field, key] of wrong) {
    test(`${what} is refused in ${locale}, and everything typed is kept`, async ({ house }) => {
      const resident = visitorOf(house, almaty)
      // Whatever became of the draft meanwhile: what was typed stands in the page that comes back.
      const reply = await nothingWritten(house, () => resident.send(questionPath(locale, question), typed))
      expectRefused(reply, locale, field, key)
      const free = [
        'text',
        'placeAddress',
        'placeLat',
        'organisationName',
        'bin',
        'representedName',
        'basis',
        'fullName',
      ]
      const kept = Object.entries(typed).filter(
        ([name, value]) => [...free, 'iin', 'address', 'phone'].includes(name) && /^[^\p{C}]+$/u.test(value.trim()),
      )
      expectKept(reply, Object.fromEntries(kept))
      resident.close()
    })
  }

  test(`a check page sent without a draft, or with no version, is led to the start in ${locale}`, async ({ house }) => {
    const resident = visitorOf(house, almaty)
    for (const version of ['1', '', 'x', '-1']) {
      const reply = await nothingWritten(house, () => resident.send(questionPath(locale, 'check'), { version }))
      expect([reply.status, reply.headers.location], version).toEqual([302, `/${locale}/appeals/new?lost=`])
    }
    const page = await resident.ask(`/${locale}/appeals/new?lost=`)
    expect(textOf(page.body)).toContain(say(locale, 'drafts:lost.text'))
  })

  test(`a wrong code is refused in ${locale} until the tries are used up; another browser elsewhere goes on`, async ({
    house,
  }) => {
    const { receipt } = await fileAppeal(house, 'almaty')
    const guesser = visitorOf(house, almaty)
    const guess = { number: receipt.number, code: '0000 0001' }
    for (let tries = 1; tries <= 10; tries += 1) {
      const reply = await guesser.send(`/${locale}/track`, guess)
      expect(reply.status, `try ${tries}`).toBe(422)
      expect(textOf(reply.body)).toContain(say(locale, 'appeals:error.codeWrong'))
      expectKept(reply, guess)
    }
    const refused = await guesser.send(`/${locale}/track`, { ...guess, code: receipt.code })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.body).toContain(`<html lang="${locale}"`)
    expect(textOf(refused.body)).toContain(say(locale, 'common:page.429.title'))

    const owner = await visitorOf(house, almaty).send(`/${locale}/track`, { ...guess, code: receipt.code })
    expect(owner.status).toBe(302)
    // The other region counts for itself.
    const neighbour = await visitorOf(house, hostOf('shymkent')).send(`/${locale}/track`, guess)
    expect(neighbour.status).toBe(422)
  })

  const shapes: [what: string, typed: Fields, field: string, key: string][] = [
    ['a number of letters', { number: 'нөмір', code: '0000 0000' }, 'number', 'appeals:error.numberShape'],
    ['no number', { number: '', code: '0000 0000' }, 'number', 'appeals:error.numberMissing'],
    ['no code', { number: '75-26-000001', code: ' ' }, 'code', 'appeals:error.codeMissing'],
    [
      'a code of a thousand letters',
      { number: '75-26-000001', code: 'x'.repeat(1000) },
      'code',
      'appeals:error.codeWrong',
    ],
    ['a number nobody has', { number: '75-26-999999', code: '0000 0000' }, 'code', 'appeals:error.codeWrong'],
    ['SQL for a number', { number: `75-26-000001' or 1=1 --`, code: '0' }, 'number', 'appeals:error.numberShape'],
  ]
  for (const [what, typed, field, key] of shapes) {
    test(`tracking by ${what} is refused in ${locale}`, async ({ house }) => {
      const reply = await visitorOf(house, almaty).send(`/${locale}/track`, typed)
      expectRefused(reply, locale, field, key)
      expectKept(reply, { number: typed.number ?? '' })
    })
  }

  test(`a sign-in is limited by account and address, and says so in ${locale}`, async ({ house }) => {
    const guesser = visitorOf(house, almaty)
    const { email, password } = house.people.almaty.housingClerk
    for (let tries = 1; tries <= 10; tries += 1) {
      const reply = await guesser.send(`/sign-in?lang=${locale}`, { email, password: 'wrong password' })
      expectRefused(reply, locale, 'password', 'accounts:error.wrong')
      expect(reply.body).not.toContain('wrong password')
    }
    const refused = await guesser.send('/sign-in', { email, password })
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toMatch(/^\d+$/)
    expect(textOf(refused.body)).toContain(say(locale, 'common:page.429.title'))
    // A stranger elsewhere cannot lock anybody out.
    await signIn(house, house.people.almaty.housingClerk)
  })

  test(`what an administrator types wrongly comes back in ${locale}`, async ({ house }) => {
    const admin = await signIn(house, house.people.almaty.regionAdmin)
    await admin.send('/account', { locale })
    const submissionKey = crypto.randomUUID()
    const invited = {
      submissionKey,
      fullName: 'Айша Үлгі',
      email: 'not an address',
      role: 'clerk',
      agencyId: '',
      locale,
    }
    const reply = await nothingWritten(house, () => admin.send('/admin/staff', invited))
    expectRefused(reply, locale, 'email', 'staff:error.emailInvalid')
    expectKept(reply, { fullName: invited.fullName, email: invited.email })
    const role = await nothingWritten(house, () =>
      admin.send('/admin/staff', { ...invited, email: 'a@b.example', role: 'owner' }),
    )
    expectRefused(role, locale, 'role', 'staff:error.roleMissing')
  })

  test(`a short password is refused in ${locale} and not repeated`, async ({ house }) => {
    const { path, token } = await invite(house, 'almaty', stranger('almaty'), { role: 'dispatcher' })
    const newcomer = visitorOf(house, almaty)
    const reply = await nothingWritten(house, () =>
      newcomer.send(path.replace('lang=ru', `lang=${locale}`), { token, password: 'кілт-сөз' }),
    )
    expectRefused(reply, locale, 'password', 'common:error.passwordShort')
    expect(reply.body).not.toContain('кілт-сөз')
  })
}

test('what no field of the settings can hold is told at its field, and nothing is written', async ({ house }) => {
  const admin = await signIn(house, house.people.almaty.regionAdmin)
  await admin.send('/account', { locale: 'ru' })
  const submissionKey = crypto.randomUUID()
  const names = { nameKk: 'Ә', nameRu: 'А', nameEn: 'A' }
  const address = { addressKk: 'Ә', addressRu: 'А', addressEn: 'A' }
  const tries: [path: string, fields: Fields, field: string, key: string][] = [
    ['agencies/new', { ...names, nameKk: 'x'.repeat(5000), level: 'local' }, 'nameKk', 'common:error.textLong'],
    ['agencies/new', { ...names, level: 'federal' }, 'level', 'agencies:error.levelMissing'],
    ['halls/new', { ...names, ...address, day3: '25:00-26:00' }, 'day3', 'halls:error.hours'],
    ['halls/new', { ...names, ...address, addressRu: '\u200b' }, 'addressRu', 'halls:error.addressMissingRu'],
    ['hotlines/new', { kind: 'short', number: '+7 701 123 45 67' }, 'number', 'hotlines:error.short'],
    [
      'interpreters/new',
      { fullName: 'Аты', languages: 'xx', onSite: 'yes' },
      'languages',
      'interpreters:error.languages',
    ],
    ['categories/new', { ...names, agencyId: '', legalKind: 'report' }, 'agencyId', 'categories:error.agencyMissing'],
  ]
  for (const [path, fields, field, key] of tries) {
    const sent = { submissionKey, ...fields }
    const reply = await nothingWritten(house, () => admin.send(`/admin/${path}`, sent))
    expectRefused(reply, 'ru', field, key)
  }
  for (const search of ['%', "'", '\\', 'ә'.repeat(1000), '%00', '<script>']) {
    const { status } = await admin.ask(`/admin/staff?search=${encodeURIComponent(search)}&after=x&role=none&agencyId=1`)
    expect(status, search).toBe(200)
  }
  const list = ['/admin/halls?changed=%00', '/admin/halls?changed=none', '/admin/changes/none']
  expect(await Promise.all(list.map(async (path) => (await admin.ask(path)).status))).toEqual([200, 200, 404])
})

test('an answer too short, without outcome or version, is told so and kept', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const desk = `/desk/appeals/${receipt.appealId}`
  const transport = await agencyId(house, 'almaty', 'passenger-transport')
  for (const version of ['', '0', '-1', '1.5', 'NaN', '99999999999999999999']) {
    const { status } = await nothingWritten(house, () =>
      dispatcher.send(desk, { intent: 'assign', version, agencyId: transport }),
    )
    expect([409, 422], `version "${version}"`).toContain(status)
  }
  const none = await dispatcher.send(desk, { intent: 'assign', version: '1', agencyId: '' })
  expectRefused(none, 'kk', 'agencyId', 'appeals:error.agencyMissing')
  expect((await dispatcher.send(desk, { intent: 'assign', version: '1', agencyId: transport })).status).toBe(302)

  const clerk = await signIn(house, house.people.almaty.clerk)
  const text = 'Қысқа жауап'
  const short = await nothingWritten(house, () =>
    clerk.send(desk, { intent: 'submit', version: '2', draftVersion: '0', text }),
  )
  expectRefused(short, 'ru', 'outcome', 'appeals:error.outcomeMissing')
  expectRefused(short, 'ru', 'text', 'appeals:error.answerShort')
  expectKept(short, { text })
})
