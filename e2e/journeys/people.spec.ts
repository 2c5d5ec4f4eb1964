import { anAnswer, anAppeal, answerAppeal, assignAppeal, fileAppeal, writeAppeal } from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf } from '../fixtures/house.ts'
import { linkIn, mailTo } from '../fixtures/mails.ts'
import { colleagueReading } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say, type LocaleCode } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

for (const locale of ['kk', 'ru', 'en'] as const) {
  const appeals = (key: string, values?: Record<string, string>) => say(locale, `appeals:${key}`, values)
  const cosigners = (key: string) => say(locale, `cosigners:${key}`)
  const drafts = (key: string) => say(locale, `drafts:${key}`)

  test(`two neighbours bring one appeal, each is told and one leaves it, in ${locale}`, async ({
    house,
    asResident,
  }) => {
    const [first, second] = [`${unique()}@signer.example`, `${unique()}@signer.example`]
    const { page, at } = await asResident(hostOf('almaty'))
    await page.goto(at(`/${locale}/appeals/new`))
    await writeAppeal(page, locale, anAppeal(locale))
    await page.getByRole('link', { name: drafts('check.cosigners') }).click()
    for (const email of [first, second]) {
      await page.getByLabel(cosigners('name'), { exact: true }).fill(`Үлгі ${email.split('@')[0]}`)
      await page.getByLabel(cosigners('email'), { exact: true }).fill(email)
      await page.getByRole('button', { name: drafts('cosigners.add') }).click()
      await expect(page.getByText(email)).toBeVisible()
    }
    await page.getByRole('button', { name: drafts('cosigners.add') }).click()
    await expect(page.getByRole('alert')).toContainText(cosigners('error.nameMissing'))
    await page.getByRole('link', { name: drafts('cosigners.done') }).click()
    await expect(page.getByRole('main')).toContainText(`Үлгі ${first.split('@')[0]}`)
    await page.getByRole('button', { name: drafts('check.send') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(appeals('receipt.title'))

    // A neighbour opens the appeal by a link of their own, sees no contact of anybody, and leaves it.
    const letter = await mailTo(house, second, '')
    const neighbour = await asResident(hostOf('almaty'))
    await neighbour.page.goto(neighbour.at(linkIn(letter)))
    const main = neighbour.page.getByRole('main')
    await expect(main).toContainText(appeals('tracked.asCosigner'))
    await expect(main).not.toContainText(first)
    await neighbour.page.getByRole('link', { name: appeals('leave.link') }).click()
    await expect(main).toContainText(appeals('leave.goesOn'))
    await neighbour.page.getByRole('button', { name: appeals('leave.send') }).click()
    await expect(main).toContainText(appeals('leave.leftWhat'))
    await mailTo(house, second, appeals('mail.left.subject', { number: '' }).replace(/[:\s]+$/, ''))
    await page.getByRole('link', { name: appeals('receipt.track') }).click()
    await expect(page.getByRole('main')).toContainText(appeals('status.registered'))
  })
}

for (const [locale, other] of [
  ['kk', 'ru'],
  ['ru', 'en'],
  ['en', 'kk'],
] as const satisfies readonly (readonly [LocaleCode, LocaleCode])[]) {
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

  test(`a dispatcher finds the same matter again and merges it; both are answered once, in ${locale}`, async ({
    house,
    asStaff,
    asResident,
  }) => {
    const word = unique()
    const text = `Ауламыздағы балалар алаңында сынған әткеншек тұр, жөндеуді сұраймыз (${word}). Качели на площадке сломаны.`
    const first = await fileAppeal(house, 'almaty', anAppeal(locale, { text }))
    const again = await fileAppeal(house, 'almaty', anAppeal(other, { text: `${text} Қайта жазып отырмын.` }))
    await assignAppeal(house, 'almaty', first.receipt.appealId, 'passenger-transport')
    await assignAppeal(house, 'almaty', again.receipt.appealId, 'housing-utilities')
    const { page, at } = await asStaff(await colleagueReading(house, 'almaty', locale, { role: 'dispatcher' }))
    await page.goto(at(`/desk/appeals/${first.receipt.appealId}`))
    const panel = page.getByRole('region', { name: t('duplicates:title'), exact: true })
    await expect(panel).toContainText(again.receipt.number)
    await expect(panel).toContainText(t('duplicates:why.words'))
    await panel.getByRole('link', { name: `${t('duplicates:compare')} ${again.receipt.number}` }).click()

    // What becomes of the other body's share must be said.
    await page.getByLabel(t('duplicates:reason')).first().fill('Бір алаң туралы')
    await page.getByRole('button', { name: t('duplicates:merge.send'), exact: true }).click()
    await expect(page.getByRole('alert')).toContainText(t('duplicates:error.fateMissing'))
    await page.getByRole('radio', { name: t('duplicates:merge.close') }).check()
    await page.getByRole('button', { name: t('duplicates:merge.send'), exact: true }).click()
    await expect(page.getByText(t('appeals:done.merged'))).toBeVisible()
    await expect(panel).toContainText(t('duplicates:kind.mergedBy'))

    const number = again.receipt.number
    const told = await mailTo(house, again.form.email, say(other, 'appeals:mail.merged.subject', { number }))
    expect(told.text).toContain(first.receipt.number)
    await mailTo(house, first.form.email, t('appeals:mail.absorbed.subject', { number: first.receipt.number }))
    const words = anAnswer(`Әткеншек жөнделді ${word}`, locale === 'ru' ? 'ru' : 'kk')
    await answerAppeal(house, 'almaty', first.receipt.appealId, words)
    const answered = await mailTo(house, again.form.email, say(other, 'appeals:mail.answer.subject', { number }))
    expect(answered.text).toContain(words)
    const reader = await asResident(hostOf('almaty'))
    await reader.page.goto(reader.at(linkIn(answered)))
    const main = reader.page.getByRole('main')
    await expect(main).toContainText(say(other, 'appeals:merged.what'))
    await expect(main).toContainText(words)
    await expect(main).not.toContainText(first.form.fullName)
    await expect(main).not.toContainText(first.form.address)
    const relations = await rowsOf(house, 'almaty', 'select kind from appeal_relation where appeal_id = $1', [
      again.receipt.appealId,
    ])
    expect(relations).toEqual([{ kind: 'merged' }])
  })
}
