import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { axeProblems } from './checks/axe.ts'
import { askedOn, askedTwice, pasteProblems } from './checks/fields.ts'
import { focusProblems } from './checks/focus.ts'
import { spacingProblems, tooWide } from './checks/layout.ts'
import { headingProblems, placeOfHelp, sharedTitles } from './checks/outline.ts'
import { dragProblems, targetProblems } from './checks/targets.ts'

test.describe.configure({ mode: 'parallel' })

/** Each check on a page that breaks its rule, beside one that keeps it: a check that finds nothing has to be able to. */
const check = (name: string, run: (page: Page) => Promise<void>) =>
  test(`the check of ${name} bites`, async ({ newPage }) => {
    const { page } = await newPage('almaty.localhost', { viewport: { width: 360, height: 640 } })
    await run(page)
  })

const heading = '<h1>Title</h1>'

check('axe', async (page) => {
  const document = (inside: string) =>
    `<!doctype html><html lang="en"><head><title>T</title></head><body><main>${heading}${inside}</main></body></html>`
  await page.setContent(document('<label>Name <input></label>'))
  expect(await axeProblems(page)).toEqual([])
  await page.setContent(document('<input><p style="color: #999; background: #fff">Pale</p>'))
  const found = await axeProblems(page)
  expect(found.map((problem) => problem.split(' ')[0])).toEqual(['color-contrast', 'label'])
  expect(await axeProblems(page, ['label'])).toEqual(found.slice(1))
})

check('the focus', async (page) => {
  await page.setContent(`${heading}<a href="#a">Seen</a><button>Too</button>`)
  expect(await focusProblems(page)).toEqual([])
  await page.setContent(`${heading}
    <a href="#a" style="outline: none">Unmarked</a>
    <p style="height: 100px"><a href="#b">Covered</a></p>
    <a href="#c" style="position: fixed; left: -500px">Away</a>
    <div style="position: fixed; inset: 0; background: white"></div>`)
  const found = await focusProblems(page)
  expect(found).toContain('<a> Unmarked does not show that it has the focus')
  expect(found).toContain('<a> Covered is covered when it has the focus')
  expect(found).toContain('<a> Away is outside the window when it has the focus')
})

check('a focus that goes in circles', async (page) => {
  await page.setContent(`${heading}<input id="trap"><input id="next">`)
  await page.evaluate(() => {
    document.addEventListener('keydown', (event) => {
      event.preventDefault()
      const made = document.createElement('input')
      document.body.append(made)
      made.focus()
    })
  })
  expect(await focusProblems(page)).toEqual(['the Tab key never leaves the page in 400 stops'])
})

check('targets', async (page) => {
  const small = 'style="display: inline-block; width: 16px; height: 16px; padding: 0"'
  await page.setContent(`${heading}<button ${small}></button>
    <p>A <a href="#a">link</a> in a sentence, beside <a href="#b">another</a>.</p>`)
  expect(await targetProblems(page), 'alone, or in a sentence').toEqual([])
  await page.setContent(`<a href="#a" ${small}>x</a><a href="#b" ${small}>y</a>`)
  expect(await targetProblems(page)).toEqual([
    'x is 16×16 px, with another target beside it',
    'y is 16×16 px, with another target beside it',
  ])
})

check('dragging', async (page) => {
  await page.setContent('<ul><li draggable="true">A</li><li><button>Up</button></li></ul>')
  expect(await dragProblems(page)).toEqual([])
  await page.setContent('<ul><li draggable="true">A</li></ul>')
  expect(await dragProblems(page)).toEqual(['A can only be dragged'])
})

check('the width', async (page) => {
  await page.setContent(heading)
  expect(await tooWide(page)).toBe(0)
  await page.setContent('<div style="width: 400px">Wide</div>')
  expect(await tooWide(page)).toBeGreaterThan(0)
})

check('the room between letters', async (page) => {
  await page.setContent(`${heading}<p>Grows with its words</p>`)
  expect(await spacingProblems(page)).toEqual([])
  await page.setContent('<p style="line-height: 1; height: 1em; overflow: hidden">Does not grow</p>')
  expect(await spacingProblems(page)).toEqual(['Does not grow is cut off'])
  await page.setContent('<p style="width: 350px; white-space: nowrap">Far too many words for one line of a page</p>')
  expect((await spacingProblems(page)).join()).toMatch(/^the page is \d+ px too wide$/)
})

check('headings', async (page) => {
  await page.setContent('<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>')
  expect(await headingProblems(page)).toEqual([])
  await page.setContent('<h3>A</h3><h5>B</h5>')
  expect(await headingProblems(page)).toEqual(['“A” is h3 after h1', '“B” is h5 after h3', '0 headings are h1'])
  await page.setContent('<h1>A</h1><h1>B</h1>')
  expect(await headingProblems(page)).toEqual(['2 headings are h1'])
})

test('the check of titles bites', () => {
  const page = (name: string, title: string, reader: string, path = name) => ({ name, title, path, reader })
  expect(sharedTitles([page('one', 'A', 'clerk'), page('two', 'B', 'clerk'), page('three', 'A', 'resident')])).toEqual(
    [],
  )
  const shared = sharedTitles([page('one', 'A', 'clerk'), page('two', 'A', 'clerk')])
  expect(shared).toEqual(['“A” is the title of one, two'])
  expect(sharedTitles([page('one', 'A', 'clerk', '/a'), page('one, searched', 'A', 'clerk', '/a')])).toEqual([])
})

check('the place of help', async (page) => {
  const frame = (before: string, after: string) => `<header></header>${before}<main><p>Words</p></main>${after}`
  const help = '<footer><h2>Help</h2></footer>'
  await page.setContent(frame('', help))
  const usual = await placeOfHelp(page, 'Help')
  expect(usual).toBe('header, main, footer: footer 3 > h2 1')
  await page.setContent(frame(help, ''))
  expect(await placeOfHelp(page, 'Help')).not.toBe(usual)
  await page.setContent(frame('', ''))
  expect(await placeOfHelp(page, 'Help')).toBeUndefined()
})

check('asking twice', async (page) => {
  await page.setContent(
    '<input autocomplete="email"><input autocomplete="off"><input type="hidden" autocomplete="name">',
  )
  const first = await askedOn(page, 'first')
  expect(first).toEqual({ step: 'first', tokens: ['email'] })
  await page.setContent(
    '<input autocomplete="name"><input autocomplete="new-password"><input autocomplete="new-password">',
  )
  const second = await askedOn(page, 'second')
  expect(askedTwice([first, second])).toEqual([])
  expect(askedTwice([first, second, { ...first, step: 'third' }])).toEqual(['email is asked in first, third'])
})

check('pasting', async (page) => {
  await page.setContent(
    '<input name="code" autocomplete="one-time-code" inputmode="numeric"><textarea name="text"></textarea>',
  )
  expect(await pasteProblems(page)).toEqual([])
  await page.setContent(
    `<input name="short" inputmode="numeric" maxlength="6"><input name="shut"><input name="spin" type="number">`,
  )
  await page.evaluate(() =>
    document.querySelector('[name=shut]')?.addEventListener('paste', (event) => event.preventDefault()),
  )
  const found = await pasteProblems(page)
  expect(found).toContain('short makes “123 45” of “123 456”')
  expect(found).toContain('shut refuses what is pasted')
  expect(found.join()).toMatch(/spin makes “.*” of “123 456”/)
})
