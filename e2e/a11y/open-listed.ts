import type { Page } from '@playwright/test'
import type { ListedPage } from '../fixtures/page-list.ts'
import { expect } from '../fixtures/test.ts'

/** Opens a listed page as its visitor; where it is to come back refused, sends its first form as it stands. */
export async function openListed(page: Page, listed: ListedPage, url: string): Promise<void> {
  const cookies = [...listed.visitor.cookies].map(([name, value]) => ({ name, value, url }))
  await page.context().clearCookies()
  await page.context().addCookies(cookies)
  await page.goto(url)
  // By element and not by role, which a choice of files has as well.
  const buttons = page.getByRole('main').locator('button')
  if (listed.wrongly) await (listed.wrongly === 'first' ? buttons.first() : buttons.last()).click()
  if (listed.wrongly) await expect(page.getByRole('alert')).toBeVisible()
}
