import { readPdf } from '#infra/testing/read-pdf.ts'
import { approveAndSign, callHearing, draftAct, reasonsFor, transportShare } from '../fixtures/acts.ts'
import { workingDayIn } from '../fixtures/calendar.ts'
import { anAnswer, anAppeal, assignAppeal, fileAppeal, sendAtDesk } from '../fixtures/appeals.ts'
import { hostOf } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { mailTo } from '../fixtures/mails.ts'
import { colleagueReading, newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const transport = 'passenger-transport'

test('a term is extended: drafted, approved and signed by another, told by letter; the person counts the days, in kk', async ({
  house,
  asStaff,
  asResident,
}) => {
  test.setTimeout(90_000)
  const t = (key: string, values?: Record<string, string>) => say('kk', `acts:${key}`, values)
  const filed = await fileAppeal(house, 'almaty', anAppeal('kk'))
  const { appealId, number, dueOn } = filed.receipt
  await assignAppeal(house, 'almaty', appealId, transport)
  const reasons = reasonsFor(`жолданым ${number}`, 'kk')
  const until = workingDayIn(50)

  const clerk = await asStaff(await colleagueReading(house, 'almaty', 'kk', { role: 'clerk', agency: transport }))
  await clerk.page.goto(clerk.at(`/desk/appeals/${appealId}`))
  await clerk.page.getByRole('link', { name: t('kind.extension'), exact: true }).click()
  const save = clerk.page.getByRole('button', { name: t('draft.save'), exact: true })
  await clerk.page.getByLabel(t('until.extension')).fill(workingDayIn(90))
  await clerk.page.getByLabel(t('field.text')).fill(reasons)
  await save.click()
  // Two months in all: the form says until when, and keeps what was typed.
  await expect(clerk.page.getByRole('alert')).toContainText(t('error.untilTooLate', { day: '' }).trim())
  await expect(clerk.page.getByLabel(t('field.text'))).toHaveValue(reasons)
  await clerk.page.getByLabel(t('until.extension')).fill(until)
  await save.click()
  await expect(clerk.page.getByText(t('done.drafted'))).toBeVisible()
  await expect(clerk.page.getByText(t('own'))).toBeVisible()
  const path = new URL(clerk.page.url()).pathname

  const head = await asStaff(await colleagueReading(house, 'almaty', 'kk', { role: 'agencyHead', agency: transport }))
  await head.page.goto(head.at('/desk/acts'))
  await head.page.locator(`a[href="${path}"]`).click()
  await head.page.getByRole('button', { name: t('approve.send'), exact: true }).click()
  await expect(head.page.getByText(t('done.approved'))).toBeVisible()
  await head.page.getByRole('button', { name: t('sign.send'), exact: true }).click()
  await expect(head.page.getByText(t('done.signed'))).toBeVisible()
  await expect(head.page.getByText(t('signature.intact'))).toBeVisible()

  const mail = await mailTo(house, filed.form.email, t('mail.extension.subject', { number }))
  expect(mail.text).toContain(reasons)
  const [letter] = mail.files
  expect(letter?.name).toBe(`act-${number}-1.pdf`)
  const pdf = await readPdf(letter?.content ?? Buffer.alloc(0))
  for (const piece of [t('kind.extension'), until, `${number}/1`]) expect(pdf.text).toContain(piece)
  const verified = textOf((await filed.resident.ask(new URL(pdf.qrCode ?? '').pathname)).body)
  expect(verified).toContain(say('kk', 'letters:verify.real'))
  await head.page.reload()
  await expect(head.page.getByText(t('notice.told'), { exact: true })).toBeVisible()

  const shown = textOf((await filed.resident.ask(`/kk/appeals/${appealId}`)).body)
  for (const words of [say('kk', 'appeals:life.extended'), t('ground.factFinding'), `${dueOn} →`])
    expect(shown).toContain(words)
  // Whoever got only the mail comes by its link, on a telephone without script, and reads the act.
  const resident = await asResident(hostOf('almaty'))
  await resident.page.goto(/http\S+/.exec(mail.text ?? '')?.[0] ?? '')
  await resident.page.getByRole('link', { name: t('kind.extension') }).click()
  await expect(resident.page.getByRole('main')).toContainText(reasons)
  await expect(resident.page.getByRole('main')).toContainText(until)
})

test('an unfavourable answer to a complaint waits for a hearing, and the person objects without a script, in ru', async ({
  house,
  asResident,
}) => {
  test.setTimeout(90_000)
  const t = (key: string, values?: Record<string, string>) => say('ru', `acts:${key}`, values)
  const filed = await fileAppeal(house, 'almaty', anAppeal('ru'))
  const { appealId, number } = filed.receipt
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  await sendAtDesk(dispatcher, appealId, { intent: 'classify', legalKind: 'complaint', categoryId: '' })
  await assignAppeal(house, 'almaty', appealId, transport)

  const clerk = await signIn(house, house.people.almaty.clerk)
  const refusal = { intent: 'submit', outcome: 'refused', similar: 'yes', text: anAnswer(`Отказать ${number}`) }
  const stopped = await sendAtDesk(clerk, appealId, refusal)
  expect(stopped.status).toBe(422)
  expect(textOf(stopped.body)).toContain(textOf(say('ru', 'appeals:hearing.missing')))
  clerk.close()

  const preliminary = reasonsFor(`в просьбе будет отказано, обращение ${number}`)
  const actId = await callHearing(house, 'almaty', appealId, preliminary)
  const mail = await mailTo(house, filed.form.email, t('mail.hearing.subject', { number }))
  expect(mail.text).toContain(preliminary)

  const resident = await asResident(hostOf('almaty'))
  await resident.page.goto(/http\S+/.exec(mail.text ?? '')?.[0] ?? '')
  await expect(resident.page.getByRole('main')).toContainText(t('mine.hearing'))
  await resident.page.getByRole('link', { name: t('mine.read') }).click()
  const main = resident.page.getByRole('main')
  await expect(main).toContainText(preliminary)
  await main.getByRole('radio', { name: t('mine.objects') }).check()
  const send = main.getByRole('button', { name: t('mine.send') })
  await send.click()
  await expect(resident.page.getByRole('alert')).toContainText(t('error.objectionMissing'))
  const words = `Не согласна: автобус не пришёл ${number}`
  await main.getByLabel(t('mine.text')).fill(words)
  await send.click()
  await expect(main).toContainText(t('mine.thanks'))
  await expect(main).toContainText(words)
  await expect(send).toHaveCount(0)

  // Staff read it; nobody else does, and the answer still waits for the hearing itself.
  const desk = textOf((await dispatcher.ask(`/desk/appeals/${appealId}/acts/${actId}`)).body)
  expect(desk).toContain(words)
  dispatcher.close()
  const stranger = visitorOf(house, hostOf('almaty'))
  expect((await stranger.ask(`/ru/appeals/${appealId}/acts/${actId}`)).status).toBe(404)
  const writer = await signIn(house, house.people.almaty.clerk)
  const again = await sendAtDesk(writer, appealId, refusal)
  expect(again.status).toBe(422)
  expect(textOf(again.body)).toContain(textOf(say('ru', 'appeals:hearing.toCome')))
  writer.close()
})

test('an appeal that is left without consideration tells the person why, in en', async ({ house }) => {
  const filed = await fileAppeal(house, 'almaty', anAppeal('en'))
  const { appealId, number } = filed.receipt
  await assignAppeal(house, 'almaty', appealId, transport)
  const centreHead = await newColleague(house, 'almaty', { role: 'centreHead' })
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const text = `It cannot be told from appeal ${number} what is asked for. Ground: Article 66 of the Code.`
  const actId = await draftAct(dispatcher, appealId, { kind: 'leaving', ground: 'essenceUnclear', text })
  dispatcher.close()
  await approveAndSign(house, 'almaty', appealId, actId, centreHead)
  const mail = await mailTo(house, filed.form.email, say('en', 'acts:mail.leaving.subject', { number }))
  expect(mail.text).toContain(text)
  const shown = textOf((await filed.resident.ask(`/en/appeals/${appealId}`)).body)
  expect(shown).toContain(say('en', 'acts:mine.leftUnconsidered'))
  expect(await transportShare(house, 'almaty', appealId).catch((error: Error) => error.message)).toContain('no share')
})
