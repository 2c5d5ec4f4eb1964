import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const t = (key: string, values?: Record<string, string>) => say('kk', `domains:${key}`, values)

test('the administrator brings a domain: it is judged, looked at by the worker, and given up', async ({
  house,
  asStaff,
}) => {
  const admin = await newColleague(house, 'shymkent', { role: 'regionAdmin' })
  const visitor = await signIn(house, admin)
  await visitor.send('/account', { locale: 'kk' })
  visitor.close()
  const { page, at } = await asStaff(admin)
  const add = async (host: string) => {
    await page.getByLabel(t('add.host'), { exact: true }).fill(host)
    await page.getByRole('button', { name: t('add.send') }).click()
  }
  await page.goto(at('/admin/domain'))
  await add('almaty.localhost')
  await expect(page.getByRole('alert')).toContainText(t('error.base'))
  await expect(page.getByLabel(t('add.host'), { exact: true })).toHaveValue('almaty.localhost')
  const host = `d${unique()}.kz`
  await add(host.toUpperCase())
  await expect(page.getByText(t('done.added'))).toBeVisible()
  const panel = page.getByRole('region', { name: host })
  await expect(panel).toContainText('shymkent.localhost')
  await expect(panel).toContainText(`_bir-tereze.${host}`)
  await panel.getByRole('button', { name: t('act.check') }).click()
  // Nobody knows the name, or nobody can be asked.
  await expect(async () => {
    await page.goto(at('/admin/domain'))
    await expect(panel).toContainText(t('state.failed'), { timeout: 1_000 })
  }).toPass({ timeout: 40_000 })
  await panel.getByRole('button', { name: t('act.remove') }).click()
  await expect(page.getByText(t('done.remove'))).toBeVisible()
  await expect(panel).toHaveCount(0)
})
