import {
  anAppeal,
  answerAll,
  answerInBrowser,
  answersOf,
  questionPath,
  receiptIn,
  sendAnswers,
} from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf, type House } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { mailTo } from '../fixtures/mails.ts'
import { expect, test } from '../fixtures/test.ts'
import { say, type LocaleCode } from '../fixtures/texts.ts'

const almaty = hostOf('almaty')
const title = (locale: LocaleCode, question: string) => say(locale, `drafts:${question}.title`)

/** The applicant's and the appeal's own row. */
async function filed(house: House, appealId: string) {
  const query = 'select a.*, p.* from appeal a join applicant p on p.id = a.applicant_id where a.id = $1'
  const [row] = await rowsOf<Record<string, unknown>>(house, 'almaty', query, [appealId])
  return row
}

test('an organisation finds its topic in everyday words and files in Kazakh, with a photograph', async ({
  house,
  asResident,
}) => {
  const t = (key: string) => say('kk', `drafts:${key}`)
  const { page, at } = await asResident(almaty)
  const next = (fill: () => Promise<void>) => answerInBrowser(page, 'kk', fill)
  const form = anAppeal('kk')
  await page.goto(at('/kk'))
  await page.getByRole('searchbox').fill('жарык жок')
  await page.getByRole('button', { name: say('kk', 'categories:search.button') }).click()
  await page
    .getByRole('link', { name: say('kk', 'categories:search.file') })
    .first()
    .click()
  await page.getByRole('link', { name: t('start.begin') }).click()
  await next(() => page.getByRole('radio', { name: t('intent.problem') }).check())
  await expect(page.getByRole('radio', { name: 'Көше жарығының болмауы' })).toBeChecked()
  await next(async () => undefined)
  await next(() => page.getByLabel(title('kk', 'text')).fill(form.text))
  await next(async () => {
    await page.getByLabel(t('place.address'), { exact: false }).first().fill('Абай даңғылы, 10-үй')
    await page.getByLabel(t('place.landmark'), { exact: false }).fill('мектептің қарсысы')
  })
  await next(() => page.getByRole('radio', { name: t('person.organisation') }).check())
  await next(async () => {
    await page.getByLabel(t('organisation.name')).fill('«Үлгі» ЖШС')
    await page.getByRole('checkbox', { name: t('organisation.noBin') }).check()
  })
  await next(() => page.getByLabel(title('kk', 'name')).fill(form.fullName))
  await next(() => page.getByLabel(title('kk', 'address')).fill(form.address))
  await next(async () => {
    await page.getByRole('checkbox', { name: t('reply.sms') }).check()
    await page.getByLabel(t('reply.phone')).fill('8 701 123 45 67')
    await page.getByRole('checkbox', { name: t('reply.post') }).check()
  })
  await next(async () => undefined)
  await page.getByLabel(say('kk', 'attachments:field.label')).setInputFiles('infra/readme/receipt.png')
  await page.getByRole('button', { name: t('files.more') }).click()
  await expect(page.getByRole('list', { name: say('kk', 'attachments:list') })).toContainText('receipt')
  await next(async () => undefined)

  // The page to check: what was answered, each changed on its own page and back.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check.title'))
  const main = page.getByRole('main')
  for (const words of ['«Үлгі» ЖШС', 'мектептің қарсысы', '+77011234567', 'receipt'])
    await expect(main).toContainText(words)
  await page.getByRole('link', { name: `${t('check.change')} (${t('check.name')})` }).click()
  await next(() => page.getByLabel(title('kk', 'name')).fill(`${form.fullName} Түзетілген`))
  await expect(main).toContainText('Түзетілген')
  await page.getByRole('button', { name: t('check.send') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:receipt.title'))
  await expect(main).toContainText(say('kk', 'appeals:receipt.notMailed'))
  await expect(main).toContainText('«Үлгі» ЖШС')
  const { appealId } = receiptIn(await page.content(), new URL(page.url()).pathname, 'kk')
  expect(await filed(house, appealId)).toMatchObject({
    kind: 'organisation',
    phone: '+77011234567',
    email: null,
    answer_channels: ['sms', 'post'],
    legal_kind: 'report',
  })
  const files = await rowsOf(house, 'almaty', 'select name from attachment where appeal_id = $1', [appealId])
  expect(files).toHaveLength(1)
})

test('a visitor without an IIN files in English with a foreign telephone, and is never asked for a number', async ({
  house,
  asResident,
}) => {
  const t = (key: string) => say('en', `drafts:${key}`)
  const { page, at } = await asResident(almaty, { locale: 'en-GB' })
  const next = (fill: () => Promise<void>) => answerInBrowser(page, 'en', fill)
  const form = anAppeal('en')
  await page.goto(at(questionPath('en', 'intent')))
  await next(() => page.getByRole('radio', { name: t('intent.complaint') }).check())
  await next(() => page.getByRole('radio', { name: t('topic.none') }).check())
  await next(() => page.getByLabel(title('en', 'text')).fill(form.text))
  await next(async () => undefined)
  await next(() => page.getByRole('radio', { name: t('person.guest') }).check())
  await next(() => page.getByLabel(title('en', 'name')).fill('Anna Maria de la Cruz'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title('en', 'address'))
  await next(() => page.getByLabel(title('en', 'address')).fill('ul. Prosta 20, 00-850 Warszawa, Poland'))
  await next(async () => {
    await page.getByRole('checkbox', { name: t('reply.sms') }).check()
    await page.getByLabel(t('reply.phone')).fill('0048 512 345 678')
    await page.getByRole('checkbox', { name: t('reply.mail') }).check()
    await page.getByLabel(t('reply.email'), { exact: true }).fill(form.email)
  })
  await next(() => page.getByRole('radio', { name: 'English' }).check())
  await next(async () => undefined)
  await page.getByRole('button', { name: t('check.send') }).click()
  const receipt = receiptIn(await page.content(), new URL(page.url()).pathname, 'en')
  expect(await filed(house, receipt.appealId)).toMatchObject({
    kind: 'guest',
    iin: null,
    phone: '+48512345678',
    legal_kind: 'complaint',
  })
  await mailTo(house, form.email, say('en', 'appeals:mail.receipt.subject', { number: receipt.number }))
})

test('who would not give a name is told what the law says, and may report a crime, in Russian', async ({
  house,
  asResident,
}) => {
  const t = (key: string) => say('ru', `drafts:${key}`)
  const { page, at } = await asResident(almaty)
  const next = (fill: () => Promise<void>) => answerInBrowser(page, 'ru', fill)
  await page.goto(at(questionPath('ru', 'intent')))
  await next(() => page.getByRole('radio', { name: t('intent.problem') }).check())
  await next(() => page.getByRole('radio', { name: t('topic.none') }).check())
  await next(() => page.getByLabel(title('ru', 'text')).fill('В подвале дома продают наркотики.'))
  await next(() => page.getByLabel(t('place.address'), { exact: false }).first().fill('ул. Абая, 10'))
  await next(() => page.getByRole('radio', { name: t('person.anonymous') }).check())
  await expect(page.getByRole('main')).toContainText(t('anonymous.law'))
  await expect(page.getByRole('main')).toContainText('112')
  // Back to giving a name, and then after all not.
  await next(() => page.getByRole('radio', { name: t('anonymous.named') }).check())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title('ru', 'person'))
  await next(() => page.getByRole('radio', { name: t('person.anonymous') }).check())
  await next(() => page.getByRole('radio', { name: t('anonymous.report') }).check())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check.title'))
  await page.getByRole('button', { name: t('check.send') }).click()
  await expect(page.getByRole('main')).toContainText(say('ru', 'appeals:applicant.unnamed'))
  const { appealId } = receiptIn(await page.content(), new URL(page.url()).pathname, 'ru')
  expect(await filed(house, appealId)).toMatchObject({
    kind: 'anonymous',
    full_name: '',
    email: null,
    legal_kind: 'report',
    place_address: 'ул. Абая, 10',
  })
})

test('the number of an appeal in the search box leads to tracking', async ({ house }) => {
  const { headers } = await visitorOf(house, almaty).ask('/ru/search?q=75%2026%20000001')
  expect(headers.location).toBe('/ru/track?number=75-26-000001')
})

test('a page ahead of an open question leads back to it; so does the check page', async ({ house }) => {
  const resident = visitorOf(house, almaty)
  const asked = answersOf(anAppeal('ru'))
  for (const [at, [question, fields]] of asked.entries()) {
    for (const [ahead] of asked.slice(at + 1)) {
      const { headers } = await resident.ask(questionPath('ru', ahead))
      expect(headers.location, ahead).toBe(at === 0 ? '/ru/appeals/new?lost=' : questionPath('ru', question))
    }
    const check = await resident.ask(questionPath('ru', 'check'))
    expect(check.headers.location).toBe(at === 0 ? '/ru/appeals/new?lost=' : questionPath('ru', question))
    await answerAll(resident, 'ru', [[question, fields]])
  }
  expect((await resident.ask(questionPath('ru', 'check'))).status).toBe(200)
  // Not this person's question at all.
  expect((await resident.ask(questionPath('ru', 'organisation'))).headers.location).toBe(questionPath('ru', 'check'))
  expect((await resident.ask(questionPath('ru', 'none'))).status).toBe(404)
})

test('two windows on one draft lose nothing, and what was changed meanwhile is looked at again', async ({ house }) => {
  const one = visitorOf(house, almaty)
  const asked = answersOf(anAppeal('ru'))
  await answerAll(one, 'ru', asked.slice(0, 1))
  await Promise.all(asked.slice(1).map(([question, fields]) => one.send(questionPath('ru', question), fields)))
  expect((await one.ask(questionPath('ru', 'check'))).status).toBe(200)
  const stale = await one.ask(questionPath('ru', 'check'))
  await one.send(questionPath('ru', 'text'), { text: 'Другой текст обращения из второго окна.' })
  const version = /name="version" value="(\d+)"/.exec(stale.body)?.[1] ?? ''
  const refused = await one.send(questionPath('ru', 'check'), { version })
  expect(refused.status).toBe(409)
  expect(textOf(refused.body)).toContain(say('ru', 'drafts:error.changed'))
  expect(textOf(refused.body)).toContain('Другой текст обращения')
  expect((await sendAnswers(one, 'ru')).status).toBe(302)
})

test('a draft is this browser’s alone: a changed, foreign or copied cookie of another region shows nothing', async ({
  house,
}) => {
  const owner = visitorOf(house, almaty)
  const form = anAppeal('ru')
  await answerAll(owner, 'ru', answersOf(form).slice(0, 4))
  const cookie = owner.cookies.get('bt_draft') ?? ''
  expect(cookie).not.toBe('')
  const [row] = await rowsOf<{ id: string }>(
    house,
    'almaty',
    'select id from appeal_draft where answers::text like $1',
    [`%${form.text.slice(0, 40)}%`],
  )
  const unsigned = Buffer.from(JSON.stringify(row?.id)).toString('base64')
  const neighbour = visitorOf(house, hostOf('shymkent'))
  neighbour.cookies.set('bt_draft', cookie)
  const guesser = visitorOf(house, almaty)
  for (const [who, value] of [
    [neighbour, cookie],
    [guesser, unsigned],
    [guesser, `${cookie.slice(0, -3)}abc`],
  ] as const) {
    who.cookies.set('bt_draft', value)
    const { status, headers, body } = await who.ask(questionPath('ru', 'text'))
    expect([status, headers.location]).toEqual([302, '/ru/appeals/new?lost='])
    expect(body).not.toContain(form.text)
  }
  expect(textOf((await owner.ask(questionPath('ru', 'text'))).body)).toContain(form.text)
})

test('an answer to a draft that is gone is kept in a new one, and the person is told', async ({ house }) => {
  const resident = visitorOf(house, almaty)
  const form = anAppeal('ru')
  await answerAll(resident, 'ru', answersOf(form).slice(0, 3))
  const expire = `update appeal_draft set expires_at = now() - interval '1 minute' where answers::text like $1 returning id`
  expect(await rowsOf(house, 'almaty', expire, [`%${form.text.slice(0, 40)}%`])).toHaveLength(1)
  const text = 'Этот текст написан, пока черновик истёк.'
  const { headers } = await resident.send(questionPath('ru', 'text'), { text })
  expect(headers.location).toBe('/ru/appeals/new/intent?lost=')
  expect(textOf((await resident.ask(headers.location ?? '')).body)).toContain(say('ru', 'drafts:lost.kept'))
  await answerAll(resident, 'ru', answersOf(anAppeal('ru')).slice(0, 2))
  expect(textOf((await resident.ask(questionPath('ru', 'text'))).body)).toContain(text)
})

test('an unfinished appeal waits on the start page, and can be thrown away there', async ({ house, asResident }) => {
  const { page, at } = await asResident(almaty)
  const form = anAppeal('kk')
  await page.goto(at(questionPath('kk', 'intent')))
  await answerInBrowser(page, 'kk', () => page.getByRole('radio', { name: say('kk', 'drafts:intent.request') }).check())
  await answerInBrowser(page, 'kk', () => page.getByRole('radio', { name: say('kk', 'drafts:topic.none') }).check())
  await answerInBrowser(page, 'kk', () => page.getByLabel(title('kk', 'text')).fill(form.text))
  await page.goto(at('/kk/appeals/new'))
  await page.getByRole('link', { name: say('kk', 'drafts:start.goOn') }).click()
  await expect(page).toHaveURL(at(questionPath('kk', 'place')))
  await page.getByRole('link', { name: say('kk', 'drafts:question.back') }).click()
  await expect(page.getByLabel(title('kk', 'text'))).toHaveValue(form.text)
  await page.goto(at('/kk/appeals/new'))
  await page.getByRole('link', { name: say('kk', 'drafts:start.discard') }).click()
  await page
    .getByRole('region', { name: say('kk', 'drafts:start.discardTitle') })
    .getByRole('link')
    .click()
  await expect(page, 'no is an answer too').toHaveURL(at(questionPath('kk', 'place')))
  await page.goto(at('/kk/appeals/new?discard='))
  await page.getByRole('button', { name: say('kk', 'drafts:start.discard') }).click()
  await expect(page).toHaveURL(at(questionPath('kk', 'intent')))
  const left = await rowsOf(house, 'almaty', 'select 1 from appeal_draft where answers::text like $1', [
    `%${form.text.slice(0, 40)}%`,
  ])
  expect(left).toEqual([])
})
