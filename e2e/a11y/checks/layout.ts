import type { Page } from '@playwright/test'

/** How far the page can be scrolled sideways, px; 0 on a page that fits (WCAG 1.4.10). */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/**
 * Gives text the room some readers need (WCAG 1.4.12) and says what is cut off then. The page keeps the room: reload it
 * for the next check.
 */
export function spacingProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = new CSSStyleSheet()
    room.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, room]
    const cut = [...document.querySelectorAll('body *')].flatMap((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element)
      const isField = element.matches('input, select, textarea, svg, svg *')
      if (isField || clipPath === 'inset(50%)' || element.textContent.trim() === '') return []
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 1
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1
      return high || wide ? [`${element.textContent.trim().slice(0, 40)} is cut off`] : []
    })
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return over > 0 ? [...cut, `the page is ${over} px too wide`] : cut
  })
}
