import { anAnswer, anAppeal, anIin, answerAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const t = (key: string, values?: Record<string, string>) => say('kk', key, values)
const papers = (name: string) => process.env.SHOTS && { path: `${process.env.SHOTS}/${name}.png`, fullPage: true }

test('an appeal under legal hold is not erased at the person’s request; the administrator sees what goes when', async ({
  house,
  asStaff,
}) => {
  const filed = await fileAppeal(house, 'almaty', anAppeal('kk', { iin: anIin() }))
  const { appealId, number } = filed.receipt
  await assignAppeal(house, 'almaty', appealId, 'passenger-transport')
  await answerAppeal(house, 'almaty', appealId, anAnswer('Жарық қосылды'))

  // A dispatcher puts it under hold, not without a reason.
  const dispatcher = await asStaff(house.people.almaty.dispatcher)
  const desk = dispatcher.page
  await desk.goto(dispatcher.at(`/desk/appeals/${appealId}`))
  await desk.getByText(t('holds:place'), { exact: true }).click()
  await desk.getByRole('button', { name: t('holds:placeSend') }).click()
  await expect(desk.getByRole('alert')).toContainText(t('holds:error.reasonMissing'))
  const reason = `Сот дауы, № 5 ${number}`
  await desk.getByLabel(t('holds:reason')).fill(reason)
  await desk.getByRole('button', { name: t('holds:placeSend') }).click()
  await expect(desk.getByRole('region', { name: t('holds:title') })).toContainText(t('holds:held'))
  const shot = papers('hold')
  if (shot) await desk.screenshot(shot)

  // The administrator sees it among the terms, and cannot erase the person.
  const admin = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const visitor = await signIn(house, admin)
  await visitor.send('/account', { locale: 'kk' })
  visitor.close()
  const { page, at } = await asStaff(admin)
  await page.goto(at('/admin/retention'))
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText(reason)
  await page.goto(at(`/admin/erasures?number=${number}`))
  await expect(page.getByText(t('erasures:held.what', { number }))).toBeVisible()
  await page.getByRole('radio', { name: t('erasures:ground.asked') }).check()
  await page.getByLabel(t('erasures:paper.label')).fill('№ 21, 28.11.2026')
  await page.getByRole('checkbox', { name: t('erasures:held.sure') }).check()
  await page.getByRole('button', { name: t('erasures:held.send') }).click()
  await expect(page.getByText(t('erasures:held.noted'))).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('№ 21, 28.11.2026')

  // Another term: what it would do is shown before it is saved, and it can be taken back.
  await page.goto(at('/admin/retention'))
  await page.getByRole('link', { name: new RegExp(t('retentions:kind.response')) }).click()
  await page.getByLabel(t('retentions:try.months')).fill('12')
  await page.getByRole('button', { name: t('retentions:try.send') }).click()
  await expect(page.getByRole('alert')).toContainText(t('retentions:error.ends', { least: '60', most: '120' }))
  await expect(page.getByLabel(t('retentions:try.months'))).toHaveValue('12')
  await page.getByLabel(t('retentions:try.months')).fill('84')
  await page.getByRole('button', { name: t('retentions:try.send') }).click()
  await expect(page.getByRole('region', { name: t('retentions:tried.title') })).toContainText(
    t('retentions:amount.months', { amount: '84' }),
  )
  await page.getByRole('button', { name: t('retentions:tried.save') }).click()
  await expect(page.getByText(t('changes:notice.saved'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText(t('retentions:amount.months', { amount: '84' }))
  await page
    .getByRole('button', { name: t('changes:act.undo') })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText(t('changes:notice.undone'))

  // Lifted with a reason, the person's data can go.
  await desk.getByText(t('holds:lift'), { exact: true }).first().click()
  await desk.getByLabel(t('holds:liftReason')).fill('Сот аяқталды')
  await desk.getByRole('button', { name: t('holds:liftSend') }).click()
  await expect(desk.getByText(t('holds:held'))).toHaveCount(0)
  await page.goto(at(`/admin/erasures?number=${number}`))
  await expect(page.getByRole('button', { name: t('erasures:form.send') })).toBeVisible()
})
