import { hostOf } from '../fixtures/house.ts'
import { colleagueReading } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'
import { hallOf } from '../fixtures/visits.ts'

// Other tests have desks in Almaty, whose clerks would call this one's visitor.
const region = 'shymkent'
const t = (key: string, values?: Record<string, string>) => say('kk', key, values)

test('a visitor draws one slip, is called, goes on to another agency’s desk with what was said, and follows on a telephone', async ({
  house,
  asStaff,
  asResident,
}) => {
  const [first, second] = [await hallOf(house, region, 'housing-utilities'), await hallOf(house, region, 'police')]
  const receptionist = await colleagueReading(house, region, 'kk', { role: 'receptionist' })
  const reception = await asStaff(receptionist)
  const name = `Келуші Үлгі ${unique()}`

  // At the reception: what is missing is said, what was typed is kept, and the slip comes with a code.
  await reception.page.goto(reception.at(`/hall/${first.hallId}/reception`))
  await reception.page.getByRole('textbox', { name: t('visits:form.name') }).fill(name)
  await reception.page.getByRole('button', { name: t('visits:form.open') }).click()
  await expect(
    reception.page.getByRole('alert').getByRole('link', { name: t('visits:error.serviceMissing') }),
  ).toBeVisible()
  await expect(reception.page.getByRole('textbox', { name: t('visits:form.name') })).toHaveValue(name)
  await reception.page.locator(`input[value="${first.serviceId}"]`).check()
  await reception.page.getByRole('button', { name: t('visits:form.open') }).click()
  await expect(reception.page.getByRole('heading', { level: 1 })).toHaveText(t('visits:slip.title'))
  const slip = reception.page.getByRole('region', { name: t('visits:slip.title') })
  const number = (await slip.locator('.ticket-number').textContent()) ?? ''
  const link = await reception.page.getByRole('link', { name: t('visits:slip.open') }).getAttribute('href')

  // On the telephone, without scripts.
  const phone = await asResident(hostOf(region))
  await phone.page.goto(link ?? '')
  await expect(phone.page.getByText(number)).toBeVisible()
  await expect(phone.page.getByText(t('visits:state.waiting'))).toBeVisible()
  const visit = new URL(phone.page.url()).pathname
  expect(visit, 'the key is gone from the address').not.toContain('/v/')
  const stranger = await asResident(hostOf(region))
  expect((await stranger.page.goto(stranger.at(visit)))?.status(), 'nobody else sees it').toBe(404)

  // At the first desk.
  const clerk = await asStaff(
    await colleagueReading(house, region, 'kk', { role: 'clerk', agency: 'housing-utilities' }),
  )
  const act = (who: typeof clerk, name: string) =>
    who.page.getByRole('button', { name: t(`visits:act.${name}`), exact: true }).click()
  await clerk.page.goto(clerk.at(`/hall/${first.hallId}/desk`))
  await clerk.page.getByLabel(t('visits:open.desk')).selectOption(first.deskId)
  await clerk.page.getByRole('button', { name: t('visits:open.button') }).click()
  await act(clerk, 'call')
  await expect(clerk.page.getByText(number).first()).toBeVisible()
  await phone.page.reload()
  await expect(phone.page.getByText(t('visits:state.called'))).toBeVisible()
  await expect(phone.page.getByText(t('visits:followed.desk', { desk: first.desk }))).toBeVisible()
  await act(clerk, 'start')
  await expect(clerk.page.getByText(name)).toBeVisible()
  const note = `Кәсіпкерлер палатасына сұрағы бар ${unique()}`
  await clerk.page.getByRole('combobox', { name: t('visits:handOver.to') }).selectOption(second.serviceId)
  await clerk.page.getByRole('textbox', { name: t('visits:handOver.note') }).fill(note)
  await act(clerk, 'handOver')
  await expect(clerk.page.getByText(t('visits:done.handedOver'))).toBeVisible()

  // At the second desk the colleague sees what was said.
  const other = await asStaff(await colleagueReading(house, region, 'kk', { role: 'clerk', agency: 'police' }))
  await other.page.goto(other.at(`/hall/${second.hallId}/desk`))
  await other.page.getByLabel(t('visits:open.desk')).selectOption(second.deskId)
  await other.page.getByRole('button', { name: t('visits:open.button') }).click()
  await act(other, 'call')
  await act(other, 'start')
  await expect(other.page.getByText(note)).toBeVisible()
  await other.page.getByRole('textbox', { name: t('visits:finish.note'), exact: true }).fill('Түсіндірілді')
  await act(other, 'finish')
  await expect(other.page.getByText(t('visits:done.finished'))).toBeVisible()
  await phone.page.reload()
  await expect(phone.page.getByText(t('visits:followed.over'))).toBeVisible()

  // Who has no business in a hall does not come in.
  const dispatcher = await asStaff(await colleagueReading(house, region, 'kk', { role: 'dispatcher' }))
  expect((await dispatcher.page.goto(dispatcher.at(`/hall/${first.hallId}/desk`)))?.status()).toBe(403)
})
