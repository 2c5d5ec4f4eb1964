import type { Page } from '@playwright/test'

/** More stops than any page of ours has: one that is reached says that the walk does not end. */
const mostStops = 400

interface Stop {
  readonly name: string
  readonly looksTheSame: boolean
  readonly unseen: string | undefined
}

/**
 * Walks the page with the Tab key. Says of every stop that looks as it did without the focus, that nobody can see
 * because something lies over it, or that is outside the window (WCAG 2.4.7, 2.4.11).
 */
export async function focusProblems(page: Page): Promise<string[]> {
  await page.evaluate(rememberLooks)
  const problems: string[] = []
  for (let turn = 0; turn < mostStops; turn += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(judgeStop)
    if (!stop) return problems
    if (stop.looksTheSame) problems.push(`${stop.name} does not show that it has the focus`)
    if (stop.unseen) problems.push(`${stop.name} is ${stop.unseen} when it has the focus`)
  }
  return [...problems, `the Tab key never leaves the page in ${mostStops} stops`]
}

/** Keeps how each element looks before anything has the focus, and lets the first Tab begin at the top. */
function rememberLooks(): void {
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, stroke, strokeWidth } =
      getComputedStyle(element)
    return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, stroke, strokeWidth].join()
  }
  const lookOf = (element: Element) => [element, ...element.querySelectorAll('rect')].map(look).join('|')
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  // Where Tab goes on from is not the focus alone: a place put first and taken away is where it goes on from now.
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus({ preventScroll: true })
  start.remove()
  const looks = new Map<Element, string>()
  for (const element of document.querySelectorAll('*')) looks.set(element, lookOf(element))
  Object.assign(globalThis, { focusWalk: { looks, lookOf, seen: new Set<Element>() } })
}

function judgeStop(): Stop | undefined {
  interface Walk {
    readonly looks: Map<Element, string>
    readonly lookOf: (element: Element) => string
    readonly seen: Set<Element>
  }
  const { looks, lookOf, seen } = (globalThis as unknown as { focusWalk: Walk }).focusWalk
  const element = document.activeElement
  if (!element || element === document.body || seen.has(element)) return undefined
  seen.add(element)
  const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40)
  const name = `<${element.tagName.toLowerCase()}> ${element.id || element.getAttribute('name') || words}`
  return { name, looksTheSame: looks.get(element) === lookOf(element), unseen: whyUnseen() }

  function whyUnseen(): string | undefined {
    // A link that runs over two lines has a box for each; one that is seen is enough.
    const boxes = [...(element?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0)
    if (boxes.length === 0) return 'without any size'
    const inside = boxes.filter(
      ({ left, right, top, bottom }) => right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    )
    if (inside.length === 0) return 'outside the window'
    return inside.some(isSeen) ? undefined : 'covered'
  }

  function isSeen({ left, right, top, bottom }: DOMRect): boolean {
    const between = (from: number, to: number, most: number) =>
      [0.05, 0.5, 0.95].map((share) => Math.min(Math.max(from + (to - from) * share, 0), most - 1))
    return between(left, right, innerWidth).some((x) =>
      between(top, bottom, innerHeight).some((y) => {
        const hit = document.elementFromPoint(x, y)
        if (!hit || !element) return false
        // A label drawn over its own control is part of it.
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
        return element.contains(hit) || hit.contains(element) || labels.some((label) => label.contains(hit))
      }),
    )
  }
}
