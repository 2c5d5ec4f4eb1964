import path from 'node:path'
import { anAnswer, anAppeal, receiptIn, writeAppeal } from '../fixtures/appeals.ts'
import type { Person } from '../fixtures/house.ts'
import { visitorOf } from '../fixtures/http.ts'
import { linkIn, mailTo } from '../fixtures/mails.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { setUpApp, signInAfresh } from '../fixtures/people.ts'
import { runTenants } from '../fixtures/tenants.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

// A region is made here, which others would count.
const { test } = testInOwnHouse()

const kk = (key: string, values?: Record<string, string>) => say('kk', key, values)
const host = 'abai.localhost'
const mailbox = (name: string) => `${name}@abai.example`

test('a region is opened by an operator, set up in Kazakh by its administrator, and answers its first resident', async ({
  house,
  asStaff,
  asResident,
}) => {
  test.setTimeout(180_000)

  // The operator asks for it, and sees each step done.
  const operator = await asStaff(house.operator)
  await operator.page.goto(operator.at('/platform/regions?lang=kk'))
  await operator.page.getByRole('link', { name: kk('platform:new.add') }).click()
  await operator.page.getByLabel(kk('platform:new.region'), { exact: true }).selectOption({ label: 'Абай облысы' })
  await operator.page.getByLabel(kk('platform:new.pack')).selectOption('almaty')
  await operator.page.getByLabel(kk('platform:new.adminName')).fill('Айдос Әкімшіұлы')
  await operator.page.getByLabel(kk('platform:new.adminEmail')).fill(mailbox('admin'))
  await operator.page.getByRole('button', { name: kk('platform:new.send') }).click()
  await expect(operator.page.getByText(kk('platform:setup.done'))).toBeVisible({ timeout: 30_000 })
  await expect(operator.page.getByText(kk('platform:setup.state.done'), { exact: true })).toHaveCount(4)

  /** Takes the invitation up that was mailed to an address. */
  async function join(name: string, fullName: string): Promise<Person> {
    const person = { host, name: fullName, email: mailbox(name), password: `құпия сөз ${unique()}` }
    const subject = kk('staff:mail.invitation.subject', { centre: '' })
    const link = linkIn(await mailTo(house, person.email, subject))
    const visitor = visitorOf(house, host)
    const token = new URL(link, 'http://here').searchParams.get('token') ?? ''
    expect((await visitor.send(link, { token, password: person.password })).status).toBe(302)
    visitor.close()
    return person
  }

  // Residents are told that it opens soon.
  const resident = await asResident(host)
  await resident.page.goto(resident.at('/kk'))
  await expect(resident.page.getByRole('heading', { level: 1 })).toHaveText(kk('launches:notLive.title'))

  // The administrator follows the mail, sets password and app, and walks through the steps.
  const invited = await join('admin', 'Айдос Әкімшіұлы')
  const visitor = await signInAfresh(house, invited)
  const admin = await asStaff(await setUpApp(visitor, invited))
  visitor.close()
  await admin.page.goto(admin.at('/admin/launch'))
  await expect(admin.page.getByText(kk('launches:gap.noDispatcher'))).toBeVisible()
  await expect(admin.page.getByRole('button', { name: kk('launches:live.send') })).toHaveCount(0)
  await admin.page
    .getByRole('main')
    .getByRole('link', { name: kk('launches:continue') })
    .click()
  const next = () => admin.page.getByRole('button', { name: kk('launches:bar.next') }).click()
  const bar = admin.page.getByRole('region', { name: kk('launches:bar.label') })
  for (let hops = 0; hops < 15; hops += 1) {
    if (await bar.getByText(kk('launches:step.staff'), { exact: true }).isVisible()) break
    await next()
  }

  // Colleagues come by a list, pasted from a spreadsheet.
  const agency = 'passenger-transport'
  await admin.page.getByRole('link', { name: kk('staff:import.title') }).click()
  await admin.page
    .getByLabel(kk('staff:import.list'))
    .fill(
      [
        `Диспетчер Үлгі\t${mailbox('dispatcher')}\t${kk('staff:role.dispatcher')}\t\tkk`,
        `Маман Үлгі\t${mailbox('clerk')}\t${kk('staff:role.clerk')}\t${agency}\tkk`,
        `Басшы Үлгі\t${mailbox('head')}\t${kk('staff:role.agencyHead')}\t${agency}\tkk`,
        `Қате Жол\tпошта жоқ\t${kk('staff:role.clerk')}\t\tkk`,
      ].join('\n'),
    )
  await admin.page.getByRole('button', { name: kk('staff:import.judge') }).click()
  await expect(admin.page.getByText(kk('staff:import.counts', { right: '3', wrong: '1' }))).toBeVisible()
  await admin.page.getByRole('button', { name: kk('staff:import.invite') }).click()
  await expect(admin.page.getByRole('cell', { name: mailbox('clerk') })).toBeVisible()
  const dispatcher = await join('dispatcher', 'Диспетчер Үлгі')
  const clerk = await join('clerk', 'Маман Үлгі')
  const head = await join('head', 'Басшы Үлгі')

  // Twelve samples are tried; then nothing stands in the way.
  await next()
  await expect(admin.page.getByRole('heading', { level: 1 })).toHaveText(kk('launches:dryRun.title'))
  await admin.page.getByRole('button', { name: kk('launches:dryRun.send') }).click()
  await expect(admin.page.getByRole('table').getByRole('row')).toHaveCount(13)
  await next()
  await expect(admin.page.getByRole('heading', { level: 1 })).toHaveText(kk('launches:title'))
  await admin.page.getByRole('button', { name: kk('launches:live.send') }).click()
  await expect(admin.page.getByRole('alert')).toContainText(kk('launches:error.sure'))
  await admin.page.getByLabel(kk('launches:live.sure')).check()
  await admin.page.getByRole('button', { name: kk('launches:live.send') }).click()
  await expect(admin.page.getByText(kk('launches:live.since', { when: '' }))).toBeVisible()

  // A resident files, without JavaScript; the staff answer.
  const form = anAppeal('kk')
  await resident.page.goto(resident.at('/kk'))
  await resident.page
    .getByRole('main')
    .getByRole('link', { name: kk('regions:home.newAppeal') })
    .click()
  await writeAppeal(resident.page, 'kk', form)
  await resident.page.getByRole('button', { name: kk('drafts:check.send') }).click()
  const receipt = receiptIn(await resident.page.content(), new URL(resident.page.url()).pathname, 'kk')
  expect(receipt.number).toMatch(/^10-/)

  const desk = async (person: Person) => {
    const opened = await asStaff(person)
    await opened.page.goto(opened.at(`/desk/appeals/${receipt.appealId}`))
    return opened.page
  }
  const toAssign = await desk(dispatcher)
  const body = toAssign.getByLabel(kk('appeals:assign.agency'))
  const option = body.getByRole('option', { name: /көлі/i }).first()
  await body.selectOption((await option.getAttribute('value')) ?? '')
  await toAssign.getByRole('button', { name: kk('appeals:assign.send') }).click()
  await expect(toAssign.getByText(kk('appeals:done.assigned'))).toBeVisible()
  const words = anAnswer(`Жарық қосылды ${unique()}`, 'kk')
  const toAnswer = await desk(clerk)
  await toAnswer.getByRole('radio', { name: kk('appeals:outcome.satisfied'), exact: true }).check()
  await toAnswer.getByLabel(kk('appeals:reply.text')).fill(words)
  await toAnswer.getByRole('button', { name: kk('appeals:reply.send') }).click()
  await expect(toAnswer.getByText(kk('appeals:done.submitted'))).toBeVisible()
  const toSign = await desk(head)
  await toSign.getByRole('button', { name: kk('appeals:sign.send') }).click()
  await expect(toSign.getByText(kk('appeals:done.signed'))).toBeVisible()
  const letter = await mailTo(house, form.email, kk('appeals:mail.answer.subject', { number: receipt.number }))
  expect(letter.text).toContain(words)

  // The whole region goes into one file, and comes back under another name: the appeal is there, answered.
  const file = path.join(house.dataDir, 'abai.zip')
  await runTenants(house, 'archive', 'abai', file)
  await runTenants(house, 'restore', file, '--as', 'abai-copy')
  // The directory is remembered for a few seconds.
  await expect
    .poll(async () => (await visitorOf(house, 'abai-copy.localhost').ask('/sign-in')).status, { timeout: 15_000 })
    .toBe(200)
  const copy = await asStaff({ ...dispatcher, host: 'abai-copy.localhost' })
  await copy.page.goto(copy.at(`/desk/appeals/${receipt.appealId}`))
  await expect(copy.page.getByRole('main')).toContainText(receipt.number)
  await expect(copy.page.getByRole('main')).toContainText(words)
})
