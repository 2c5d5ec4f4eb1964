import type { Page } from '@playwright/test'
import { urlOf } from '../fixtures/house.ts'
import { journeyPages } from '../fixtures/page-list.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { askedOn, askedTwice, pasteProblems } from './checks/fields.ts'
import { focusProblems } from './checks/focus.ts'
import { spacingProblems } from './checks/layout.ts'
import { headingProblems, placeOfHelp, sharedTitles, type TitledPage } from './checks/outline.ts'
import { dragProblems, targetProblems } from './checks/targets.ts'
import { openListed } from './open-listed.ts'

const telephone = { width: 360, height: 740 }
const laptop = { width: 1280, height: 800 }
/** The state language, whose words are the longest. */
const locale = 'kk'

/** What depends on the width, in the order in which one check does not disturb the next. */
async function problemsAt(page: Page, size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size)
  const found = [...(await targetProblems(page)), ...(await focusProblems(page))]
  return found.map((problem) => `${size.width} px: ${problem}`)
}

test('what axe does not judge: focus, targets, pasting, help, titles and room for text, on every page', async ({
  house,
  newPage,
}) => {
  test.setTimeout(700_000)
  const { page } = await newPage('almaty.localhost', { viewport: telephone })
  const problems: string[] = []
  const titles: TitledPage[] = []
  const helpPlaces = new Map<string, string | undefined>()
  for (const one of await journeyPages(house, locale)) {
    await openListed(page, one, urlOf(house, one.visitor.host, one.path))
    const found = [
      ...(await headingProblems(page)),
      ...(await dragProblems(page)),
      ...askedTwice([await askedOn(page, 'this page')]),
      ...(await problemsAt(page, telephone)),
      ...(await problemsAt(page, laptop)),
      ...(await pasteProblems(page)),
    ]
    await page.setViewportSize(telephone)
    found.push(...(await spacingProblems(page)))
    problems.push(...found.map((problem) => `${one.name}: ${problem}`))
    titles.push({ name: one.name, title: await page.title(), path: one.path.split('?')[0] ?? '', reader: one.visitor })
    const call = say(locale, 'regions:phone.title')
    // An error page has no way around, so its telephone stands elsewhere; but it stands there.
    if (one.name === 'not found') await expect(page.getByRole('heading', { name: call })).toBeVisible()
    else if (one.path.startsWith(`/${locale}`)) helpPlaces.set(one.name, await placeOfHelp(page, call))
  }
  expect([...problems, ...sharedTitles(titles)]).toEqual([])
  expect(helpPlaces.size, 'residents’ pages').toBeGreaterThan(0)
  expect(new Set(helpPlaces.values()).size, `help in one place: ${JSON.stringify([...helpPlaces])}`).toBe(1)
  expect([...helpPlaces.values()][0]).toBeDefined()
})
