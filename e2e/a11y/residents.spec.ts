import { fileAppeal, questionPath } from '../fixtures/appeals.ts'
import { hostOf } from '../fixtures/house.ts'
import { visitorOf } from '../fixtures/http.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const almaty = hostOf('almaty')
const mostBytes = 60 * 1024

inEachLanguage((locale) => {
  for (const path of ['', '/search?q=жарық', '/appeals/new', '/appeals/new/intent', '/track']) {
    test(`/${locale}${path} is at most 60 KB in all, compressed, with fonts, and has no script`, async ({
      asResident,
    }) => {
      const { page, at } = await asResident(almaty, { javaScriptEnabled: true })
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      let bytes = 0
      const requested: string[] = []
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
      page.on('request', (request) => requested.push(request.resourceType()))
      await page.goto(at(`/${locale}${path}`), { waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)
      expect(requested).toContain('stylesheet')
      expect(requested).toContain('font')
      expect(requested).not.toContain('script')
      expect(await page.locator('script').count()).toBe(0)
      expect(bytes).toBeGreaterThan(5_000)
      expect(bytes, 'transferred bytes').toBeLessThanOrEqual(mostBytes)
    })
  }

  test(`the receipt in ${locale} prints number and code, and nothing of the frame`, async ({ house, asResident }) => {
    const { receipt, resident } = await fileAppeal(house, 'almaty')
    const { page, at } = await asResident(almaty)
    const cookies = [...resident.cookies].map(([name, value]) => ({ name, value, url: at('/') }))
    await page.context().addCookies(cookies)
    await page.goto(at(`/${locale}/appeals/${receipt.appealId}/receipt`))
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(receipt.number, { exact: true }).first()).toBeVisible()
    await expect(page.getByText(receipt.code, { exact: true }).first()).toBeVisible()
    await expect(page.getByText(receipt.dueOn).first()).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
  })

  test(`every stop of the Tab key is seen, in ${locale}`, async ({ asResident }) => {
    const { page, at } = await asResident(almaty, { javaScriptEnabled: true })
    await page.goto(at(questionPath(locale, 'intent')))
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: say(locale, 'common:skip') })).toBeFocused()
    const seen = new Set<string>()
    for (let stop = 0; stop < 40; stop += 1) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null
        if (!element || element === document.body) return undefined
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        return {
          name: element.id || element.textContent || element.tagName,
          ringed: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
          sized: width > 0 && height > 0,
        }
      })
      if (!focused) break
      expect(focused, focused.name).toMatchObject({ ringed: true, sized: true })
      seen.add(focused.name)
      await page.keyboard.press('Tab')
    }
    expect([...seen]).toContain('meant')
    expect([...seen]).toContain(say(locale, 'drafts:question.next'))
  })
})

test('a refused form takes the reader to what is wrong, without JavaScript', async ({ asResident }) => {
  const { page, at } = await asResident(almaty)
  await page.goto(at(questionPath('kk', 'intent')))
  await page.getByRole('button', { name: say('kk', 'drafts:question.next') }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(new RegExp(`^${say('kk', 'common:errorPrefix')}: `))
  const first = page.getByRole('radio', { name: say('kk', 'drafts:intent.problem') })
  const message = say('kk', 'appeals:error.intentMissing')
  await expect(page.getByRole('group', { name: say('kk', 'drafts:intent.title') })).toHaveAccessibleDescription(message)
  await summary.getByRole('link', { name: message }).click()
  await expect(first).toBeInViewport()
})

test('pages are compressed, built files are kept for ever, pages are not', async ({ house }) => {
  const visitor = visitorOf(house, almaty)
  const headers = { 'Accept-Encoding': 'gzip, br' }
  const html = (await visitor.ask('/kk')).body
  const css = /<link rel="stylesheet" href="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? ''
  const file = await visitor.ask(css, { headers })
  expect(file.status).toBe(200)
  expect(file.headers['cache-control']).toMatch(/max-age=31536000.*immutable/)
  expect(file.headers['content-encoding']).toMatch(/gzip|br/)
  expect((await visitor.ask('/kk', { headers })).headers['content-encoding']).toMatch(/gzip|br/)
})
