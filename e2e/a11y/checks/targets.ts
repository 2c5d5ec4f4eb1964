import type { Page } from '@playwright/test'

/** What a finger may need to hit, px (WCAG 2.5.8); a link within a sentence may be smaller. */
const smallest = 24

/**
 * Says which targets are smaller than a finger can hit and have no room of their own around them: a circle of 24 px
 * about the middle that touches no other target makes up for a small one.
 */
export function targetProblems(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const shownBox = (element: Element): DOMRect | undefined => {
      const { visibility, clipPath, opacity } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const hidden = visibility === 'hidden' || clipPath === 'inset(50%)' || opacity === '0'
      return hidden || box.width === 0 || box.height === 0 ? undefined : box
    }
    /** A label around its control is hit as well as the control. */
    const boxOf = (element: Element) => shownBox(element.closest('label') ?? element)
    const isInSentence = (element: Element) => {
      if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false
      const around = element.parentElement?.textContent.trim() ?? ''
      return around.length > element.textContent.trim().length
    }
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
    const targets = [...document.querySelectorAll(controls)].flatMap((element) => {
      const box = boxOf(element)
      // The way past the header waits above the window until it has the focus.
      return box && box.bottom + scrollY > 0 ? [{ element, box }] : []
    })
    return targets.flatMap(({ element, box }) => {
      if ((box.width >= least && box.height >= least) || isInSentence(element)) return []
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const near = targets.find(({ element: other, box: { left, right, top, bottom } }) => {
        const dx = Math.max(left - x, 0, x - right)
        const dy = Math.max(top - y, 0, y - bottom)
        return other !== element && Math.hypot(dx, dy) < least / 2
      })
      const name = element.textContent.trim().slice(0, 40) || element.id || element.tagName
      const size = `${Math.round(box.width)}×${Math.round(box.height)} px`
      return near ? [`${name} is ${size}, with another target beside it`] : []
    })
  }, smallest)
}

/** Says what can be dragged and has no button beside it that does the same (WCAG 2.5.7). */
export function dragProblems(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[draggable="true"]')].flatMap((element) => {
      const around = element.parentElement ?? element
      const buttons = [...around.querySelectorAll('button, a[href]')].filter((button) => button !== element)
      return buttons.length > 0 ? [] : [`${element.textContent.trim().slice(0, 40)} can only be dragged`]
    }),
  )
}
