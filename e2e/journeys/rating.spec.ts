import { anAnswer, anAppeal, answerAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyName } from '../fixtures/database.ts'
import { hostOf, type RegionSlug } from '../fixtures/house.ts'
import { mailTo } from '../fixtures/mails.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const region: RegionSlug = 'almaty'

inEachLanguage((locale) => {
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

  test(`who is not content with an answer has it reopened, in ${locale}, and is answered again`, async ({
    house,
    asResident,
    asStaff,
  }) => {
    const filed = await fileAppeal(house, region, anAppeal(locale))
    const { appealId, number } = filed.receipt
    const language = locale === 'ru' ? 'ru' : 'kk'
    await assignAppeal(house, region, appealId, 'passenger-transport')
    await answerAppeal(house, region, appealId, anAnswer(`Жарық қосылды ${unique()}`, language))

    // The mail of the answer says that it can be rated, and leads to the appeal; no script is needed.
    const mail = await mailTo(house, filed.form.email, t('appeals:mail.answer.subject', { number }))
    const { page } = await asResident(hostOf(region))
    await page.goto(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? '')
    await page.getByRole('link', { name: t('ratings:panel.link') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ratings:page.title'))

    // Without a reason nothing is sent, and what was chosen stays chosen.
    const notSolved = { kk: 'Шешілген жоқ', ru: 'Не решён', en: 'It is not solved' }[locale]
    await page.getByRole('radio', { name: notSolved }).check()
    await page.getByRole('button', { name: t('ratings:page.send') }).click()
    await expect(page.getByRole('alert')).toContainText(t('ratings:error.reasonMissing'))
    await expect(page.getByRole('radio', { name: notSolved })).toBeChecked()
    const reason = `Жарық бәрібір жоқ ${unique()}`
    await page.getByLabel(t('ratings:page.words'), { exact: true }).fill(reason)
    await page.getByRole('button', { name: t('ratings:page.send') }).click()
    await expect(page.getByRole('main')).toContainText(t('appeals:status.reopenRequested'))
    await expect(page.getByRole('main')).toContainText(reason)

    // A dispatcher reads why, and has another body look at it.
    const dispatcher = await asStaff(house.people[region].dispatcher)
    await dispatcher.page.goto(dispatcher.at(`/desk/appeals/${appealId}`))
    await expect(dispatcher.page.getByRole('main')).toContainText(reason)
    const body = await agencyName(house, region, 'passenger-transport', 'kk')
    await dispatcher.page.getByRole('combobox', { name: say('kk', 'ratings:desk.body') }).selectOption(body)
    const why = `Тағы тексеріледі ${unique()}`
    await dispatcher.page.getByLabel(say('kk', 'ratings:desk.reopenWhy')).fill(why)
    await dispatcher.page.getByRole('button', { name: say('kk', 'ratings:desk.reopen') }).click()
    await expect(dispatcher.page.getByRole('main')).toContainText(say('kk', 'appeals:status.assigned'))

    // The person is told, and answered once more; the first answer stays.
    const told = await mailTo(house, filed.form.email, t('ratings:mail.reopened.subject', { number }))
    expect(told.text).toContain(why)
    await answerAppeal(house, region, appealId, anAnswer(`Жаңа шам орнатылды ${unique()}`, language))
    // The letter is made within moments of the signature.
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('link', { name: t('letters:list.download') })).toHaveCount(2, { timeout: 100 })
    }).toPass()
    await expect(page.getByRole('main')).toContainText('Жарық қосылды')
    await expect(page.getByRole('main')).toContainText('Жаңа шам орнатылды')
  })
})
