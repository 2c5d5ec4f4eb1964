import { urlOf } from '../fixtures/house.ts'
import { journeyPages } from '../fixtures/page-list.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { axeProblems } from './checks/axe.ts'
import { tooWide } from './checks/layout.ts'
import { openListed } from './open-listed.ts'

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
    test.setTimeout(700_000)
    const listed = await journeyPages(house, locale)
    const found: string[] = []
    const { page } = await newPage('almaty.localhost', { viewport: { width: 360, height: 740 } })
    for (const one of listed) {
      const url = urlOf(house, one.visitor.host, one.path)
      await openListed(page, one, url)
      for (const [turn, { width, colorScheme }] of looksOf[locale].entries()) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        const problems = await axeProblems(page, turn === 0 ? undefined : changedByLook)
        found.push(...problems.map((problem) => `${one.name}, ${width} px, ${colorScheme}: ${problem}`))
      }
      // Nobody scrolls sideways, not even on the smallest telephone.
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 })
        const wide = await tooWide(page)
        if (wide > 0) found.push(`${one.name}, ${width} px: ${wide} px too wide`)
      }
      await expect(page.getByRole('heading', { level: 1 }), `${one.name} has one h1`).toHaveCount(1)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
    }
    expect(found).toEqual([])
  })
})
