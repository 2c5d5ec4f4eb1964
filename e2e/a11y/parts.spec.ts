import { hostOf } from '../fixtures/house.ts'
import { newColleague } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const almaty = hostOf('almaty')
const residents = '/dev/gallery?lang=en'
const staff = '/dev/gallery/staff?lang=en'

test.describe.configure({ mode: 'parallel' })

test('a dialog is modal where scripts run: Escape shuts it, and the focus is back where it was', async ({
  atLaptop,
}) => {
  const { page, at } = await atLaptop(almaty)
  await page.goto(at(staff))
  const opener = page.getByRole('link', { name: 'Keys', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Keys of this page' })
  await expect(dialog).toBeHidden()
  await opener.press('Enter')
  await expect(dialog).toBeVisible()
  expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true)
  expect(new URL(page.url()).hash, 'no trace in the address').toBe('')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  await opener.click()
  await dialog.getByRole('link', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

test('without scripts the same link opens the dialog on the page, and its cross shuts it', async ({ atLaptop }) => {
  const { page, at } = await atLaptop(almaty, { javaScriptEnabled: false })
  await page.goto(at(staff))
  const dialog = page.getByRole('dialog', { name: 'Keys of this page' })
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Keys', exact: true }).click()
  await expect(dialog).toBeInViewport()
  await dialog.getByRole('link', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

test('what belongs to a choice shows once it is made, without scripts', async ({ asResident }) => {
  const { page, at } = await asResident(almaty)
  await page.goto(at(residents))
  const ofSecond = page.getByRole('textbox', { name: 'Number' }).and(page.locator('[name=more]'))
  const ofThird = page.getByRole('textbox', { name: 'Days' })
  await expect(ofSecond).toBeVisible()
  await expect(ofThird).toBeHidden()
  await page.getByRole('radio', { name: 'Department of Passenger Transport and Motor Roads' }).check()
  await expect(ofSecond).toBeHidden()
  await expect(ofThird).toBeVisible()
})

test('what cannot be chosen or pressed says why', async ({ asResident }) => {
  const { page, at } = await asResident(almaty)
  await page.goto(at(residents))
  const why = 'Only the head of the agency can sign'
  const choice = page.getByRole('radio', { name: 'Answered' })
  await expect(choice).toBeDisabled()
  await expect(choice).toHaveAccessibleDescription(why)
  const button = page.getByRole('button', { name: 'Continue', disabled: true })
  await expect(button).toHaveAccessibleDescription(why)
})

test('each link to change an answer says which one', async ({ asResident }) => {
  const { page, at } = await asResident(almaty)
  await page.goto(at(residents))
  const change = page.getByRole('link', { name: 'Change (Where did it happen?)', exact: true })
  await expect(change).toHaveText(/^Change/)
})

test('staff pages follow the device into the night, unless something else is chosen', async ({ atLaptop }) => {
  const { page, at } = await atLaptop(almaty, { colorScheme: 'dark' })
  const ground = () =>
    page.getByRole('main').evaluate((main) => getComputedStyle(main.parentElement ?? main).backgroundColor)
  const [night, day] = ['rgb(21, 23, 25)', 'rgb(250, 248, 243)']
  await page.goto(at(staff))
  expect(await ground()).toBe(night)
  await page.goto(at(`${staff}&colours=light`))
  expect(await ground()).toBe(day)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(at(`${staff}&colours=system`))
  expect(await ground()).toBe(day)
  await page.goto(at(`${staff}&colours=dark`))
  expect(await ground()).toBe(night)
  await page.goto(at(residents))
  expect(await ground(), 'residents have one look').toBe(day)
})

test('the colours of staff pages are chosen by a link and remembered, without scripts', async ({ house, asStaff }) => {
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const { page, at } = await asStaff(person, { javaScriptEnabled: false, colorScheme: 'light' })
  const ground = () => page.locator('.frame').evaluate((frame) => getComputedStyle(frame).backgroundColor)
  const choice = (name: string) => page.getByRole('link', { name: say('ru', `common:colours.${name}`), exact: true })
  await page.goto(at('/desk'))
  await choice('dark').click()
  await page.goto(at('/account'))
  expect(await ground()).toBe('rgb(21, 23, 25)')
  await expect(choice('dark')).toHaveAttribute('aria-current', 'true')
  await choice('system').click()
  await page.goto(at('/desk'))
  expect(await ground()).toBe('rgb(250, 248, 243)')
})

test('a chart says in words and in a table what it draws', async ({ atLaptop }) => {
  const { page, at } = await atLaptop(almaty)
  await page.goto(at('/dev/gallery/charts?lang=en'))
  const chart = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'Days', exact: true }) })
  await expect(chart.getByRole('img', { name: /^Days / })).toBeVisible()
  const table = chart.getByRole('table', { name: 'Days' })
  await expect(table).toBeHidden()
  await chart.getByText('As a table').click()
  await expect(table.getByRole('row', { name: 'Almaty 49' })).toBeVisible()
  // The longest bar is the whole line; Almaty is 49 of its 60.
  const widths = await chart.locator('.bar-fill').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('width')))
  expect(widths.slice(0, 2)).toEqual(['100.00%', '81.67%'])
})
