import type { Page } from '@playwright/test'

/** Says where the headings skip a level, and how many h1 there are if not one. What went wrong may stand first, as h2. */
export async function headingProblems(page: Page): Promise<string[]> {
  const headings = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      // A dialog that is shut is no part of the outline.
      .filter((heading) => heading.checkVisibility())
      .map((heading) => ({ level: Number(heading.tagName.slice(1)), text: heading.textContent.trim() })),
  )
  const first = headings.filter(({ level }) => level === 1).length
  const skips = headings.flatMap(({ level, text }, index) => {
    const before = headings[index - 1]?.level ?? 1
    return level > before + 1 ? [`“${text}” is h${level} after h${before}`] : []
  })
  return first === 1 ? skips : [...skips, `${first} headings are h1`]
}

export interface TitledPage {
  readonly name: string
  readonly title: string
  /** Without what comes after `?`: a page that was searched or says what was done is the same page. */
  readonly path: string
  /** Who looks at it: a resident and a clerk may both have a page that is titled by the number of one appeal. */
  readonly reader: unknown
}

/** Which titles belong to more than one page of the same reader. */
export function sharedTitles(pages: readonly TitledPage[]): string[] {
  return [...Map.groupBy(pages, ({ reader }) => reader).values()].flatMap((own) =>
    [...Map.groupBy(own, ({ title }) => title)].flatMap(([title, named]) =>
      new Set(named.map(({ path }) => path)).size > 1
        ? [`“${title}” is the title of ${named.map(({ name }) => name).join(', ')}`]
        : [],
    ),
  )
}

/**
 * Where on the page the help under this heading stands: the landmarks before it and the way down to it. The same on
 * every page with consistent help (WCAG 3.2.6); undefined where there is none.
 */
export function placeOfHelp(page: Page, heading: string): Promise<string | undefined> {
  return page.evaluate((text) => {
    const found = [...document.querySelectorAll('h2, h3')].find((one) => one.textContent.trim() === text)
    if (!found) return undefined
    const before = [...document.querySelectorAll('header, nav, main, aside, footer')].filter(
      (landmark) => landmark.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const way: string[] = []
    for (let at: Element | null = found; at && at !== document.body; at = at.parentElement) {
      const place = [...(at.parentElement?.children ?? [])].indexOf(at) + 1
      // The page's own content comes and goes inside main; what is around it does not.
      way.unshift(`${at.tagName.toLowerCase()} ${place}`)
    }
    return `${before.map(({ tagName }) => tagName.toLowerCase()).join(', ')}: ${way.join(' > ')}`
  }, heading)
}
