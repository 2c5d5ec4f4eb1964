import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { urlOf } from '../fixtures/house.ts'
import { journeyPages, type ListedPage } from '../fixtures/page-list.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'

/** Opens a listed page as its visitor; where it is to come back refused, sends its first form as it stands. */
async function open(page: Page, listed: ListedPage, url: string): Promise<void> {
  const cookies = [...listed.visitor.cookies].map(([name, value]) => ({ name, value, url }))
  await page.context().clearCookies()
  await page.context().addCookies(cookies)
  await page.goto(url)
  if (listed.wrongly) await page.getByRole('main').getByRole('button').last().click()
  if (listed.wrongly) await expect(page.getByRole('alert')).toBeVisible()
}

const light = 'light' as const
const dark = 'dark' as const

/**
 * Over the languages every page is seen on a telephone and a laptop, by day and by night. What a look cannot change
 * (names, roles, order) is judged in the first one of each language.
 */
const looksOf = {
  kk: [
    { width: 360, colorScheme: light },
    { width: 360, colorScheme: dark },
  ],
  ru: [{ width: 1280, colorScheme: dark }],
  en: [{ width: 1280, colorScheme: light }],
}
const changedByLook = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']

test.describe.configure({ mode: 'parallel' })

inEachLanguage((locale) => {
  test(`axe finds nothing on any page in ${locale}, and nobody scrolls sideways`, async ({ house, newPage }) => {
    test.setTimeout(120_000)
    const listed = await journeyPages(house, locale)
    const found: string[] = []
    const { page } = await newPage('almaty.localhost', { viewport: { width: 360, height: 740 } })
    for (const one of listed) {
      const url = urlOf(house, one.visitor.host, one.path)
      await open(page, one, url)
      for (const [turn, { width, colorScheme }] of looksOf[locale].entries()) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        const axe = new AxeBuilder({ page }).setLegacyMode()
        const { violations } = await (turn === 0 ? axe : axe.withRules(changedByLook)).analyze()
        for (const { id, nodes } of violations) {
          const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
          found.push(`${one.name}, ${width} px, ${colorScheme}: ${id} at ${places.join('; ')}`)
        }
      }
      // Nobody scrolls sideways, not even on the smallest telephone.
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 740 })
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wide > 0) found.push(`${one.name}, ${width} px: ${wide} px too wide`)
      }
      await expect(page.getByRole('heading', { level: 1 }), `${one.name} has one h1`).toHaveCount(1)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
    }
    expect(found).toEqual([])
  })
})
