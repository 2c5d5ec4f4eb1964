import type { Page } from '@playwright/test'
import { startProvider, type TestProvider } from '#infra/testing/openid-provider.ts'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf, urlOf } from '../fixtures/house.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { newColleague } from '../fixtures/people.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const { test, theHouse } = testInOwnHouse()
const t = (key: string) => say('kk', key)
const button = 'Әкімдік тіркелгісімен кіру'
const callback = '/sign-in/provider/callback'

let provider: TestProvider

test.beforeAll(async () => {
  provider = await startProvider([urlOf(theHouse(), hostOf('almaty'), callback)])
})
test.afterAll(() => provider?.close())

/** Signs in at the provider's own page, by the button of ours. */
async function enterAs(page: Page, signInPage: string, login: string): Promise<void> {
  await page.goto(signInPage)
  await page.getByRole('link', { name: button }).click()
  await page.getByLabel('Login').fill(login)
  await page.getByRole('button', { name: 'Enter' }).click()
}

async function typeProvider(page: Page, issuer: string): Promise<void> {
  await page.getByLabel(t('providers:form.enabled')).check()
  await page.getByLabel(t('providers:form.issuer')).fill(issuer)
  await page.getByLabel(t('providers:form.clientId')).fill(provider.client.id)
  await page.getByLabel(t('providers:form.clientSecret')).fill(provider.client.secret)
  await page.getByLabel(t('providers:form.scopes')).fill('roles')
  await page.getByLabel(t('providers:form.nameKk')).fill(button)
  await page.getByLabel(t('providers:form.nameRu')).fill('Войти через акимат')
  await page.getByLabel(t('providers:form.nameEn')).fill('Sign in with the akimat')
  await page.getByRole('button', { name: t('changes:act.save') }).click()
}

test('staff come in by the akimat’s provider, without script, and nobody else does', async ({
  house,
  asStaff,
  atLaptop,
}) => {
  const withoutScript = { javaScriptEnabled: false }
  const { page: admin, at } = await asStaff(house.people.almaty.regionAdmin, withoutScript)
  await admin.goto(at('/admin/sign-in'))

  // What lies in our own network is no provider; what was typed stays, the secret apart.
  await typeProvider(admin, 'https://10.0.0.1')
  await expect(admin.getByRole('alert')).toContainText(t('providers:error.address'))
  await expect(admin.getByLabel(t('providers:form.clientId'))).toHaveValue(provider.client.id)
  await expect(admin.getByLabel(t('providers:form.clientSecret'))).toHaveValue('')

  await typeProvider(admin, provider.issuer)
  await expect(admin.getByRole('status').filter({ hasText: t('changes:notice.saved') })).toBeVisible()
  expect(await admin.content()).not.toContain(provider.client.secret)
  await admin.getByRole('button', { name: t('changes:act.undo') }).click()
  await expect(admin.getByLabel(t('providers:form.issuer'))).toHaveValue('')
  await typeProvider(admin, provider.issuer)
  await admin.getByLabel(t('providers:roles.word')).fill('bt-dispatchers')
  await admin.getByLabel(t('staff:list.role')).selectOption('dispatcher')
  await admin.getByRole('button', { name: t('changes:act.add') }).click()
  await expect(admin.getByRole('rowheader', { name: 'bt-dispatchers' })).toBeVisible()

  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const claims = { email: person.email, email_verified: true, name: person.name, groups: ['bt-dispatchers'] }
  provider.people.set('colleague', claims)
  const { page } = await atLaptop(person.host, withoutScript)
  const answers: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === callback) answers.push(request.url())
  })
  await enterAs(page, at('/sign-in?next=%2Faccount'), 'colleague')
  await expect(page).toHaveURL(at('/account'))
  await expect(page.getByRole('main')).toContainText(person.name)

  // The same answer once more, here and in another region.
  const [answer = ''] = answers
  await page.goto(answer)
  await expect(page.getByRole('main')).toContainText(say('ru', 'accounts:provider.problem.lost'))
  const there = await atLaptop(hostOf('shymkent'), withoutScript)
  await there.page.goto(there.at(callback + new URL(answer).search))
  await expect(there.page.getByRole('main')).toContainText(t('accounts:provider.problem.lost'))
  await expect(there.page.getByRole('link', { name: button })).toHaveCount(0)

  // Who has lost the role, and who works here no more.
  const { page: outside } = await atLaptop(person.host, withoutScript)
  provider.people.set('colleague', { ...claims, groups: ['something else'] })
  await enterAs(outside, at('/sign-in'), 'colleague')
  await expect(outside.getByRole('main')).toContainText(t('accounts:provider.problem.noRole'))
  await rowsOf(
    house,
    'almaty',
    `update staff_member set retired_at = now() where user_id = (select id from auth_user where email = '${person.email}')`,
  )
  provider.people.set('colleague', claims)
  const { page: retired } = await atLaptop(person.host, withoutScript)
  await enterAs(retired, at('/sign-in'), 'colleague')
  await expect(retired.getByRole('main')).toContainText(t('accounts:provider.problem.retired'))

  if (process.env.SHOTS) {
    for (const width of [360, 1280]) {
      for (const [name, shown] of [
        ['admin', admin],
        ['sign-in', outside],
      ] as const) {
        await shown.setViewportSize({ width, height: 800 })
        await shown.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
      }
    }
  }
})
