import { hostOf } from '../fixtures/house.ts'
import { signInAfresh } from '../fixtures/people.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

// There is one operator: signing out everywhere would end the other tests' sessions.
const { test } = testInOwnHouse()

test('the platform’s operator sees the regions and signs out everywhere', async ({ house, asStaff }) => {
  const other = await signInAfresh(house, house.operator)
  const { page, at } = await asStaff(house.operator)
  await page.goto(at('/platform/regions?lang=ru'))
  for (const region of ['almaty', 'shymkent'] as const) {
    await expect(page.getByRole('row').filter({ hasText: hostOf(region) })).toBeVisible()
  }
  await page.getByRole('button', { name: say('ru', 'accounts:account.everywhere') }).click()
  await expect(page).toHaveURL(at('/sign-in'))
  expect((await other.ask('/platform/regions')).status).toBe(302)
  await page.goto(at('/platform/regions'))
  await expect(page).toHaveURL(/\/sign-in/)
})
