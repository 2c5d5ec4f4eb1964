import { pdf } from '#infra/testing/sample-files.ts'
import { hostOf, type RegionSlug } from '../fixtures/house.ts'
import { linkIn, mailTo } from '../fixtures/mails.ts'
import { colleagueReading } from '../fixtures/people.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const regionOf = { kk: 'almaty', ru: 'shymkent', en: 'almaty' } as const satisfies Record<string, RegionSlug>

inEachLanguage((locale) => {
  const region = regionOf[locale]
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

  test(`a letter is registered at the counter, lacks an address, and is completed by link, in ${locale}`, async ({
    house,
    asStaff,
    asResident,
  }) => {
    const post = await colleagueReading(house, region, locale, { role: 'receptionist' })
    const { page, at } = await asStaff(post)
    const email = `${unique()}@resident.example`
    const name = `Үлгі Асан ${unique()}`

    const box = (label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}( \\(|$)`) })

    // Who registers has no worklist; the way to the form is where one lands.
    await page.goto(at('/desk'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('registrations:list.title'))
    await page.getByRole('link', { name: t('registrations:list.new') }).click()
    await expect(page.getByRole('radio', { name: t('appeals:intake.hall') })).toBeFocused()
    await page.getByRole('radio', { name: t('appeals:intake.hall') }).check()
    await box(t('appeals:applicant.name')).fill(name)
    await box(t('appeals:applicant.iin')).fill('900515300019')
    await page.getByRole('radio', { name: t(`appeals:language.${locale}`), exact: true }).check()
    await box(t('appeals:desk.text')).fill('Аулада жарық жоқ, шамды жөндеуді сұраймыз.')
    await page.getByRole('checkbox', { name: t('appeals:channel.mail') }).check()
    await box(t('appeals:applicant.email')).fill(email)
    await page
      .getByLabel(t('attachments:field.label'))
      .setInputFiles([{ name: 'хат.pdf', mimeType: 'application/pdf', buffer: pdf() }])

    // By the keyboard; what is wrong is said beside the fields, and neither words nor files are lost.
    await box(t('appeals:applicant.email')).press('Control+Enter')
    const wrong = page.getByRole('alert')
    await expect(wrong.getByRole('link', { name: t('appeals:error.iinControl') })).toBeVisible()
    await expect(wrong.getByRole('link', { name: t('registrations:error.readBackMissing') })).toBeVisible()
    await expect(box(t('appeals:applicant.name'))).toHaveValue(name)
    await expect(page.getByText('хат.pdf', { exact: true }).first()).toBeVisible()
    await box(t('appeals:applicant.iin')).fill('900515300018')
    await page.getByRole('checkbox', { name: t('registrations:intake.readBack') }).check()
    await page.getByRole('button', { name: t('registrations:new.send') }).click()

    // The receipt at the counter: who took it in, and no code.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('registrations:registered.title'))
    await expect(page.getByText(post.name, { exact: false }).last()).toBeVisible()
    await expect(page.getByText(t('registrations:registered.mailed'))).toBeVisible()
    await expect(page.getByText(t('appeals:receipt.code'), { exact: true })).toHaveCount(0)
    const appealId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: t('appeals:receipt.file') }).click()
    expect((await saving).suggestedFilename()).toMatch(/^receipt-\d\d-\d\d-\d{6}\.pdf$/)
    const [received = ''] = t('appeals:mail.receipt.subject').split('{{number}}')
    expect((await mailTo(house, email, received)).text).toContain(post.name)

    // The dispatcher asks for what is missing.
    const dispatcher = await asStaff(house.people[region].dispatcher)
    const say2 = (key: string) => say('kk', key)
    await dispatcher.page.goto(dispatcher.at(`/desk/appeals/${appealId}`))
    await expect(dispatcher.page.getByText('•••• 0018')).toBeVisible()
    await dispatcher.page.getByRole('link', { name: say2('registrations:panel.ask') }).click()
    await expect(dispatcher.page.getByRole('checkbox', { name: say2('cures:missing.address') })).toBeChecked()
    await dispatcher.page.getByRole('button', { name: say2('cures:desk.send') }).click()
    await expect(dispatcher.page.getByText(say2('appeals:tracked.cureRequested'))).toBeVisible()

    // The person brings it by the mailed link, without an account and without script.
    const [lacking = ''] = t('cures:mail.subject').split('{{number}}')
    const letter = await mailTo(house, email, lacking)
    const person = await asResident(hostOf(region))
    await person.page.goto(person.at(linkIn(letter)))
    await expect(person.page.getByRole('heading', { level: 1 })).toHaveText(t('cures:page.title'))
    await person.page.getByRole('button', { name: t('cures:page.send') }).click()
    await expect(person.page.getByRole('alert')).toContainText(t('appeals:error.addressMissing'))
    await person.page.getByLabel(t('cures:missing.address')).fill('Сәтпаев көшесі, 5-үй')
    await person.page.getByRole('button', { name: t('cures:page.send') }).click()
    await expect(person.page.getByText(t('cures:page.broughtTitle'))).toBeVisible()

    // It stands where it belongs, and the act beside it.
    await dispatcher.page.goto(dispatcher.at(`/desk/appeals/${appealId}`))
    await expect(dispatcher.page.getByText('Сәтпаев көшесі, 5-үй', { exact: true })).toBeVisible()
    await expect(dispatcher.page.getByText(say2('appeals:tracked.cured'))).toBeVisible()

    // A slip in the name is put right, on a ground, and what stood there is kept.
    await dispatcher.page.getByRole('link', { name: say2('registrations:panel.correct') }).click()
    await dispatcher.page
      .getByRole('textbox', { name: say2('appeals:applicant.name'), exact: true })
      .fill(`${name} Түзетілген`)
    await dispatcher.page
      .getByRole('textbox', { name: say2('registrations:correction.ground') })
      .fill('Предъявил удостоверение')
    await dispatcher.page.getByRole('button', { name: say2('registrations:correction.send') }).click()
    await dispatcher.page.getByText(say('kk', 'registrations:panel.corrections', { number: '2' })).click()
    await expect(dispatcher.page.getByText(`${name} → ${name} Түзетілген`)).toBeVisible()
    await expect(dispatcher.page.getByText('Предъявил удостоверение')).toBeVisible()
  })
})
