import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brandCss, contrastRatio, judgeBrand, readableInk } from '#app/ui/contrast.ts'

describe('contrastRatio', () => {
  it('knows the two ends of the scale, in either order and case', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21)
    expect(contrastRatio('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrastRatio('#00596f', '#00596F')).toBe(1)
  })

  it('agrees with the published example of a grey just below the line', () => {
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

describe('readableInk', () => {
  it('takes white on a dark colour and dark ink on a light one', () => {
    expect(readableInk('#00596f')).toBe('#ffffff')
    expect(readableInk('#f5c400')).toBe('#1c1a17')
  })

  it('refuses a colour on which nothing can be read', () => {
    // The dark ink is not black: a narrow band of middle greys has no readable ink.
    expect(() => readableInk('#7a7a7a')).toThrow(RangeError)
  })
})

describe('brandCss', () => {
  it.each(['#00596f', '#f5c400', '#7b1e3a', '#000000', '#ffffff', '#00afca'])(
    'can be read everywhere for %s',
    (brand) => {
      const css = brandCss({ brand })
      const value = (name: string) => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? ''
      expect(value('--brand')).toBe(brand)
      expect(contrastRatio(value('--brand'), value('--brand-ink'))).toBeGreaterThanOrEqual(4.5)
      for (const ground of [value('--brand-soft'), '#ffffff', '#faf8f3', '#f2eee5']) {
        expect(contrastRatio(value('--brand-text'), ground)).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it.each(['red', '#fff', '#00596f;}', '#00596f\n', ' #00596f', '00596f', '#00596g'])('refuses %j', (brand) => {
    expect(() => brandCss({ brand })).toThrow(TypeError)
  })
})

describe('tokens.css and dark.css', () => {
  const light = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')
  const dark = readFileSync(new URL('./styles/dark.css', import.meta.url), 'utf8')
  const text = ['ink', 'ink-muted', 'danger', 'good', 'warn', 'info']
  const grounds = ['page', 'surface', 'sunken']
  const softs = ['danger', 'good', 'warn', 'info'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
  ])
  const pairs = [
    ...text.flatMap((word) => grounds.map((ground) => [word, ground])),
    ...softs,
    ['danger-fill-ink', 'danger-fill'],
    ['action-ink', 'action'],
    ['link', 'page'],
    ['link', 'surface'],
    ['link', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['ink-muted', 'accent-soft'],
    ...[0, 1].map((step) => ['step-light-ink', `step-${step}`]),
    ...[2, 3, 4].map((step) => ['step-dark-ink', `step-${step}`]),
  ]

  it.each([
    ['light', light],
    ['dark', dark],
  ])('holds AA for every text on every ground in %s', (_mode, css) => {
    // In the light, some are the region's brand under another name.
    const value = (name: string): string => {
      const written = new RegExp(`--${name}: (#[0-9a-f]{6}|var\\(--([a-z-]+)\\));`).exec(css)
      return written?.[2] ? value(written[2]) : (written?.[1] ?? '')
    }
    for (const [word = '', ground = ''] of pairs) {
      expect(contrastRatio(value(word), value(ground)), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const ground of grounds) {
      expect(contrastRatio(value('line-strong'), value(ground)), `control on ${ground}`).toBeGreaterThanOrEqual(3)
      expect(contrastRatio(value('focus-ink'), value(ground)), `focus on ${ground}`).toBeGreaterThanOrEqual(3)
    }
    expect(contrastRatio(value('chart'), value('sunken')), 'a bar on its line').toBeGreaterThanOrEqual(3)
  })
})

describe('judgeBrand', () => {
  it.each(['#00594c', '#0b5a6b', '#8a3324'])('finds %s of our packs readable, and nothing nearer', (brand) => {
    expect(judgeBrand(brand)).toMatchObject({ readable: true, shade: brand })
  })

  it.each(['#00afca', '#fec50c', '#ffffff', '#2e8b57', '#777777'])(
    'finds %s too light, and a shade of it that is not',
    (brand) => {
      const { readable, onPage, shade } = judgeBrand(brand)
      expect(readable).toBe(false)
      expect(onPage).toBeLessThan(4.5)
      const judged = judgeBrand(shade)
      expect(judged).toMatchObject({ readable: true, shade })
      // The nearest one: hardly darker than it must be.
      expect(judged.onPage).toBeLessThan(4.8)
    },
  )
})
