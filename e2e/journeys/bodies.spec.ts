import type { Page } from '@playwright/test'
import { pdf } from '#infra/testing/sample-files.ts'
import { anAnswer, anAppeal, fileAppeal, sendAtDesk } from '../fixtures/appeals.ts'
import { forwardOutside, giveAddress, linkMailedTo } from '../fixtures/bodies.ts'
import { agencyName, rowsOf, type AgencySlug } from '../fixtures/database.ts'
import { addFile } from '../fixtures/files.ts'
import { hostOf, type House, type Person } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { mailTo } from '../fixtures/mails.ts'
import { colleagueReading, newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

/** Somebody of an agency sends one form of an appeal's page. */
async function sendAs(house: House, person: Person, appealId: string, fields: Readonly<Record<string, string>>) {
  const visitor = await signIn(house, person)
  const { status } = await sendAtDesk(visitor, appealId, fields)
  visitor.close()
  expect(status, fields.intent).toBe(302)
}

// An answer that is nearly an earlier one would be stopped; each language has its own.
const said = {
  kk: { bus: 'Автобус жүреді, кестесі аялдамада ілулі тұр', lamps: 'Шамдар жөнделді, кешке аула жарық болады' },
  ru: { bus: 'С понедельника маршрут ходит каждые двадцать минут', lamps: 'Фонари во дворе заменены мастерами вчера' },
}

for (const locale of ['kk', 'ru'] as const) {
  const t = (key: string, values?: Record<string, string>) => say(locale, `appeals:${key}`, values)
  const nameOf = (house: House, slug: AgencySlug) => agencyName(house, 'almaty', slug, locale)
  const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  test(`a mixed appeal goes to three bodies, one by a link, one was the wrong one; the person sees all, in ${locale}`, async ({
    house,
    asStaff,
    asResident,
  }) => {
    test.setTimeout(120_000)
    const email = await giveAddress(house, 'almaty', 'entrepreneurs')
    const filed = await fileAppeal(house, 'almaty', anAppeal(locale))
    const { appealId, number } = filed.receipt
    await addFile(house, 'almaty', filed, `үлгі-${number}.pdf`)
    const desk = `/desk/appeals/${appealId}`
    const [light, kiosk] = [`Аулада жарық жоқ ${number}`, `Дүңгіршек жолды жауып тұр ${number}`]

    // The dispatcher splits it: who leads, who joins, and what goes outside, with the person's file.
    const dispatcher = await asStaff(await colleagueReading(house, 'almaty', locale, { role: 'dispatcher' }))
    const { page } = dispatcher
    await page.goto(dispatcher.at(desk))
    await page.getByText(t('split.open'), { exact: true }).click()
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: t('split.send'), exact: true }) })
    await form.getByLabel(t('split.lead')).selectOption(await nameOf(house, 'passenger-transport'))
    await form.getByLabel(t('split.body', { n: '1' })).selectOption(await nameOf(house, 'housing-utilities'))
    await form.getByLabel(t('split.part', { n: '1' })).fill(light)
    await form.getByLabel(t('split.body', { n: '2' })).selectOption(await nameOf(house, 'entrepreneurs'))
    await form.getByLabel(t('split.part', { n: '2' })).fill(kiosk)
    await form.getByRole('checkbox', { name: `үлгі-${number}.pdf` }).check()
    await submit(page, t('split.send'))
    await expect(page.getByText(t('done.split'))).toBeVisible()
    const told = await mailTo(house, filed.form.email, t('mail.split.subject', { number }))
    expect(told.text).toContain(await nameOf(house, 'entrepreneurs'))
    expect(told.text).toContain(kiosk)

    // The chamber has no account: it reads its part and nothing else, and answers by the mailed link.
    const link = (await linkMailedTo(house, email, number)).replace('/kk/', `/${locale}/`)
    const outsider = await asResident(hostOf('almaty'))
    await outsider.page.goto(outsider.at(link))
    expect(outsider.page.url(), 'the key leaves the address bar').not.toContain('key=')
    const part = outsider.page.getByRole('main')
    await expect(part).toContainText(kiosk)
    for (const hidden of [filed.form.text, filed.form.fullName, filed.form.email, filed.form.iin, light])
      await expect(part).not.toContainText(hidden)
    await expect(part.getByRole('link', { name: `үлгі-${number}.pdf` })).toBeVisible()
    await submit(outsider.page, t('foreign.send'))
    await expect(outsider.page.getByRole('alert')).toContainText(t('error.signerMissing'))
    const outside = anAnswer(`Дүңгіршек көшірілді ${number}`)
    await part.getByRole('radio', { name: t('outcome.satisfied'), exact: true }).check()
    await part.getByLabel(t('foreign.text2')).fill(outside)
    await part.getByLabel(t('foreign.signerName'), { exact: true }).fill('Үлгі Асан')
    await part.getByLabel(t('foreign.signerPost'), { exact: true }).fill('Директор')
    await part
      .locator('input[type=file]')
      .setInputFiles({ name: 'акт.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await submit(outsider.page, t('foreign.send'))
    await expect(part).toContainText(t('foreign.usedText'))
    await mailTo(house, filed.form.email, t('mail.answer.subject', { number }))

    // Housing says that it is not theirs; the dispatcher gives it to the roads.
    const housing = await asStaff(
      await colleagueReading(house, 'almaty', locale, { role: 'clerk', agency: 'housing-utilities' }),
    )
    await housing.page.goto(housing.at(desk))
    await expect(housing.page.getByRole('main')).toContainText(light)
    await housing.page.getByText(t('contest.open'), { exact: true }).click()
    await housing.page.getByLabel(t('contest.right')).selectOption(await nameOf(house, 'roads'))
    await housing.page.getByLabel(t('contest.title')).fill('Жарық жол басқармасының құзыретінде.')
    await submit(housing.page, t('contest.send'))
    await expect(housing.page.getByText(t('done.contested'))).toBeVisible()

    await page.goto(dispatcher.at(`/desk?view=todo&q=${number}`))
    await page.getByRole('link', { name: number, exact: true }).click()
    await expect(page.getByRole('main')).toContainText('Жарық жол басқармасының құзыретінде.')
    const card = page.getByRole('region', { name: await nameOf(house, 'housing-utilities'), exact: true })
    const decision = card.locator('form').filter({ has: page.getByLabel(t('share.toAgency')) })
    await expect(decision.getByLabel(t('share.toAgency')).locator('option:checked')).toHaveText(
      await nameOf(house, 'roads'),
    )
    await decision.getByLabel(t('share.why')).fill('Ереже бойынша')
    await decision.getByRole('button', { name: t('share.redirect') }).click()
    await expect(page.getByText(t('done.redirected'))).toBeVisible()

    // The lead cannot sign before the roads have answered to it.
    const lead = anAnswer(`${said[locale].bus} ${number}`)
    const transport = { role: 'clerk', agency: 'passenger-transport' } as const
    await sendAs(house, await newColleague(house, 'almaty', transport), appealId, {
      intent: 'submit',
      outcome: 'satisfied',
      text: lead,
    })
    const head = await asStaff(await colleagueReading(house, 'almaty', locale, { ...transport, role: 'agencyHead' }))
    await head.page.goto(head.at(desk))
    const sign = head.page.getByRole('button', { name: t('sign.send'), exact: true })
    await expect(sign).toBeDisabled()
    await expect(head.page.getByText(t('whyNot.partsOpen', { bodies: await nameOf(house, 'roads') }))).toBeVisible()
    const roads = { role: 'clerk', agency: 'roads' } as const
    const inner = anAnswer(`${said[locale].lamps} ${number}`)
    await sendAs(house, await newColleague(house, 'almaty', roads), appealId, {
      intent: 'submit',
      outcome: 'satisfied',
      text: inner,
    })
    await sendAs(house, await newColleague(house, 'almaty', { ...roads, role: 'agencyHead' }), appealId, {
      intent: 'sign',
    })
    await head.page.reload()
    await expect(head.page.getByRole('main')).toContainText(inner)
    await sign.click()
    await expect(head.page.getByText(t('done.signed'))).toBeVisible()

    // The person has both answers and the whole way of every part; what bodies said to each other stays inside.
    const shown = textOf((await filed.resident.ask(`/${locale}/appeals/${appealId}`)).body)
    for (const words of [
      outside,
      lead,
      'Үлгі Асан, Директор',
      'акт.pdf',
      t('status.answered'),
      t('life.partForwarded'),
    ])
      expect(shown).toContain(words)
    for (const words of [inner, 'Жарық жол басқармасының', 'Ереже бойынша']) expect(shown).not.toContain(words)
    const ledger = await rowsOf(house, 'almaty', 'select days_lost from redirect where appeal_id = $1', [appealId])
    expect(ledger).toEqual([{ days_lost: 0 }])
  })
}

test('a link that is over says why, and a new one opens', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const { visitor, linkId, link } = await forwardOutside(house, 'almaty', receipt.appealId)
  const path = `/ru/parts/${linkId}`
  expect(textOf((await visitor.ask(path)).body)).toContain(say('ru', 'appeals:foreign.send'))
  const stranger = visitorOf(house, hostOf('almaty'))
  expect((await stranger.ask(path)).status).toBe(404)
  expect((await stranger.ask(link.replace(/key=.*/, 'key=00000000000000000000000000'))).status).toBe(404)

  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const [row] = await rowsOf<{ id: string }>(
    house,
    'almaty',
    'select assignment_id as id from share_link where id = $1',
    [linkId],
  )
  const act = (intent: string) => sendAtDesk(dispatcher, receipt.appealId, { intent, assignmentId: row?.id ?? '' })
  expect((await act('revokeLink')).status).toBe(302)
  const revoked = textOf((await visitor.ask(path)).body)
  expect(revoked).toContain(say('ru', 'appeals:foreign.revokedText'))
  expect(revoked).not.toContain(say('ru', 'appeals:foreign.send'))
  const late = {
    intent: 'contest',
    rightAgency: 'another',
    reason: 'Бұл біздікі емес',
    contestName: 'Үлгі',
    contestPost: 'Үлгі',
  }
  expect((await visitor.send(path, late)).status).toBe(409)
  expect((await act('renewLink')).status).toBe(302)
})
