import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readPdf } from '#infra/testing/read-pdf.ts'
import { anAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyName } from '../fixtures/database.ts'
import { hostOf } from '../fixtures/house.ts'
import { mailTo } from '../fixtures/mails.ts'
import { colleagueReading, newColleague, type Post } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

/** Saves the file behind a link, as a person does. */
async function saved(page: Page, link: string): Promise<{ name: string; content: Buffer }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const download = await waiting
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

const parts = {
  kk: {
    region: 'almaty',
    template: 'Шара қолданылды',
    measures: 'жолға шам қойылды',
    norm: 'Заңның 5-бабы',
    cited: '5-бабы',
    other: 'Жарық қосылды',
  },
  ru: {
    region: 'shymkent',
    template: 'Меры приняты',
    measures: 'установлены фонари',
    norm: 'статья 5 Закона',
    cited: 'статья 5',
    other: 'Свет включён',
  },
} as const

for (const locale of ['kk', 'ru'] as const) {
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)
  const { region, template, measures, norm, cited, other } = parts[locale]

  test(`an answer begins with a template, passes the gate, and its letter is verified by its QR code, in ${locale}`, async ({
    house,
    asStaff,
    asResident,
  }) => {
    const { form, receipt } = await fileAppeal(house, region, anAppeal(locale))
    await assignAppeal(house, region, receipt.appealId, 'passenger-transport')
    const desk = `/desk/appeals/${receipt.appealId}`
    const speaking = async (post: Post) =>
      asStaff(await colleagueReading(house, region, locale, post), { javaScriptEnabled: false })
    const mark = unique()

    // The clerk begins with a template; what it could not fill in stops the answer.
    const clerk = await speaking({ role: 'clerk', agency: 'passenger-transport' })
    await clerk.page.goto(clerk.at(desk))
    const text = clerk.page.getByLabel(t('appeals:reply.text'))
    await text.fill(`${other}.`)
    await clerk.page.getByLabel(t('templates:insert.label')).selectOption({ label: template })
    await clerk.page.getByRole('button', { name: t('templates:insert.button') }).click()
    await expect(text).toHaveValue(new RegExp(`^${other}\\.\n\n[^]*${receipt.number}`))
    const words = await text.inputValue()
    await clerk.page.getByRole('radio', { name: t('appeals:outcome.satisfied'), exact: true }).check()
    await clerk.page.getByRole('button', { name: t('appeals:reply.send') }).click()
    await expect(clerk.page.getByRole('alert')).toContainText(
      t('letters:error.fields', { fields: '{{measures}}, {{norm}}' }),
    )
    await text.fill(words.replace('{{measures}}', `${measures} ${mark}`).replace('{{norm}}', norm))
    await clerk.page.getByRole('button', { name: t('appeals:reply.send') }).click()
    await expect(clerk.page.getByText(t('appeals:done.submitted'))).toBeVisible()

    // The head sees what was looked at, and signs.
    const head = await speaking({ role: 'agencyHead', agency: 'passenger-transport' })
    await head.page.goto(head.at(desk))
    await expect(head.page.getByRole('main')).toContainText(t('letters:gate.normFound', { cited }))
    await head.page.getByRole('button', { name: t('appeals:sign.send') }).click()
    await expect(head.page.getByText(t('appeals:done.signed'))).toBeVisible()

    // The letter goes with the mail, is the same on the person's page and at the desk, and says what was signed.
    const mail = await mailTo(house, form.email, t('appeals:mail.answer.subject', { number: receipt.number }))
    const resident = await asResident(hostOf(region))
    await resident.page.goto(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? '')
    const letter = await saved(resident.page, t('letters:list.download'))
    expect(letter.name).toBe(`answer-${receipt.number}-1-passenger-transport.pdf`)
    expect(mail.files).toEqual([letter])
    await clerk.page.goto(clerk.at(desk))
    expect((await saved(clerk.page, t('letters:list.download'))).content.equals(letter.content)).toBe(true)
    const pdf = await readPdf(letter.content)
    expect(pdf.language).toBe(locale)
    for (const piece of [`${measures} ${mark}`, receipt.number, form.fullName, t('appeals:answer.rightOfAppeal')])
      expect(pdf.text).toContain(piece)

    // Anybody with a camera sees that it is real.
    const stranger = await asResident(hostOf(region))
    await stranger.page.goto(pdf.qrCode ?? '')
    await expect(stranger.page.getByRole('heading', { name: t('letters:verify.real') })).toBeVisible()
    const main = stranger.page.getByRole('main')
    await expect(main).toContainText(receipt.number)
    await expect(main).toContainText(await agencyName(house, region, 'passenger-transport', locale))
    await expect(main).not.toContainText(form.fullName)
    await expect(main).not.toContainText(mark)

    // A code with a slip is none, and is typed in again from the paper.
    await stranger.page.goto(stranger.at(`/${locale}/verify/${'0'.repeat(12)}`))
    await expect(stranger.page.getByRole('heading', { name: t('letters:verify.unknown') })).toBeVisible()
    const printed = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(pdf.text)?.[0] ?? ''
    await stranger.page.getByLabel(t('letters:verify.label')).fill(printed.toLowerCase())
    await stranger.page.getByRole('button', { name: t('letters:verify.button') }).click()
    await expect(stranger.page.getByRole('heading', { name: t('letters:verify.real') })).toBeVisible()
  })

  test(`a receipt is a paper too, by mail and from its page, in ${locale}`, async ({ house }) => {
    const { form, receipt, resident } = await fileAppeal(house, region, anAppeal(locale))
    const page = `/${locale}/appeals/${receipt.appealId}/receipt`
    expect((await resident.ask(page)).body).toContain(`href="${page}.pdf"`)
    const { headers, bytes } = await resident.ask(`${page}.pdf`)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${receipt.number}.pdf"`,
    })
    const mail = await mailTo(house, form.email, t('appeals:mail.receipt.subject', { number: receipt.number }))
    expect(mail.files).toEqual([{ name: `receipt-${receipt.number}.pdf`, content: bytes }])
    const { text } = await readPdf(bytes)
    for (const piece of [receipt.number, receipt.code, receipt.receivedAt, form.fullName]) expect(text).toContain(piece)
    expect(text).toContain(`${t('appeals:receipt.dueOn')}: ${receipt.dueOn}`)
    expect(text).toContain(`${t('letters:receipt.term')}: 15`)
    expect(text).toContain(`${t('appeals:receipt.acceptedBy')}: `)
  })
}

test('an administrator’s template with an ending glued to a field is refused in words, and kept', async ({
  house,
  asStaff,
}) => {
  const { page, at } = await asStaff(await newColleague(house, 'shymkent', { role: 'regionAdmin' }), {
    javaScriptEnabled: false,
  })
  const t = (key: string, values?: Record<string, string>) => say('ru', key, values)
  const name = `Шаблон ${unique()}`
  await page.goto(at('/admin/templates/new'))
  await page.getByLabel(t('templates:list.name')).fill(name)
  await page.getByLabel(t('templates:list.language')).selectOption({ label: 'Русский' })
  await page.getByLabel(t('templates:form.text')).fill('Передано {{agency}}-у')
  await page.getByRole('button', { name: t('changes:act.add') }).click()
  await expect(page.getByRole('alert')).toContainText('{{agency}}-у')
  await page.getByLabel(t('templates:form.text')).fill('Орган: {{agency}}')
  await page.getByRole('button', { name: t('changes:act.add') }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
  await page.getByRole('button', { name: t('changes:act.undo') }).click()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})
