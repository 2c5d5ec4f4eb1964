import { anAnswer, anAppeal, assignAppeal, fileAppeal, sendAtDesk, submitAnswer } from '../fixtures/appeals.ts'
import { agencyId, rowsOf } from '../fixtures/database.ts'
import { hiddenField, textOf } from '../fixtures/http.ts'
import { mailTo } from '../fixtures/mails.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const ru = (key: string, values?: Record<string, string>) => say('ru', key, values)
const transport = 'passenger-transport' as const

test('a dispatcher classifies and assigns, a clerk writes, a head returns and signs, the person gets it', async ({
  house,
  asStaff,
}) => {
  const { form, receipt, resident } = await fileAppeal(house, 'almaty', anAppeal('ru'))
  const desk = `/desk/appeals/${receipt.appealId}`

  const dispatcher = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  await dispatcher.page.goto(dispatcher.at(desk))
  await dispatcher.page.getByLabel(ru('appeals:desk.kind'), { exact: true }).selectOption(ru('appeals:kind.complaint'))
  await dispatcher.page.getByRole('button', { name: ru('appeals:classify.send'), exact: true }).click()
  await expect(dispatcher.page.getByText(ru('appeals:done.classified'))).toBeVisible()
  const history = dispatcher.page.getByRole('listitem').filter({ hasText: ru('appeals:tracked.classified') })
  await expect(history, 'the new term is shown beside the old one').toContainText(`${receipt.dueOn} →`)

  const clerkPerson = await newColleague(house, 'almaty', { role: 'clerk', agency: transport })
  await assignAppeal(house, 'almaty', receipt.appealId, transport)
  const clerk = await asStaff(clerkPerson)
  await clerk.page.goto(clerk.at(desk))
  const words = anAnswer(`Автобус ${unique()} пойдёт по расписанию`)
  await clerk.page.getByRole('radio', { name: ru('appeals:outcome.satisfied'), exact: true }).check()
  await clerk.page.getByLabel(ru('appeals:reply.text')).fill(words)
  await clerk.page.getByRole('button', { name: ru('appeals:reply.send') }).click()
  await expect(clerk.page.getByText(ru('appeals:done.submitted'))).toBeVisible()
  await expect(clerk.page.getByLabel(ru('appeals:reply.text')), 'nobody writes in it now').toHaveCount(0)

  const head = await asStaff(await newColleague(house, 'almaty', { role: 'agencyHead', agency: transport }))
  await head.page.goto(head.at(desk))
  await expect(head.page.getByText(words)).toBeVisible()
  await head.page.getByText(ru('appeals:sign.return'), { exact: true }).first().click()
  await head.page.getByLabel(ru('appeals:sign.reason')).fill('Сошлитесь на статью')
  await head.page.getByRole('button', { name: ru('appeals:sign.return') }).click()
  await expect(head.page.getByText(ru('appeals:done.returned'))).toBeVisible()
  await expect(head.page.getByRole('button', { name: ru('appeals:sign.send') })).toBeDisabled()
  await expect(head.page.getByText(ru('appeals:whyNot.assigned'))).toBeVisible()

  // The clerk is told on the first page, mends, and sends it again.
  await clerk.page.goto(clerk.at('/desk'))
  const mention = clerk.page.getByRole('region', { name: ru('appeals:home.mentions') })
  await expect(mention).toContainText('Сошлитесь на статью')
  await mention.getByRole('link', { name: receipt.number }).click()
  const mended = `${words} Статья 5.`
  await clerk.page.getByLabel(ru('appeals:reply.text')).fill(mended)
  await clerk.page.getByRole('button', { name: ru('appeals:reply.send') }).click()
  await expect(clerk.page.getByText(ru('appeals:done.submitted'))).toBeVisible()

  await head.page.reload()
  await head.page.getByRole('button', { name: ru('appeals:sign.send') }).click()
  await expect(head.page.getByText(ru('appeals:done.signed'))).toBeVisible()

  const letter = await mailTo(house, form.email, ru('appeals:mail.answer.subject', { number: receipt.number }))
  expect(letter.text).toContain(mended)
  const shown = textOf((await resident.ask(`/ru/appeals/${receipt.appealId}`)).body)
  expect(shown).toContain(mended)
  expect(shown).toContain(ru('appeals:answer.signer'))
  expect(shown, 'what was said inside stays inside').not.toContain('Сошлитесь')
})

test('only the head of the agency signs, and of two at once one wins', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, transport)
  await submitAnswer(house, 'almaty', receipt.appealId, anAnswer('Қарсы қол қою'))
  const desk = `/desk/appeals/${receipt.appealId}`
  const { clerk, dispatcher, housingHead } = house.people.almaty
  for (const [person, status] of [
    [clerk, 403],
    [dispatcher, 403],
    [housingHead, 404],
  ] as const) {
    const visitor = await signIn(house, person)
    expect((await visitor.send(desk, { intent: 'sign', version: '3' })).status, person.email).toBe(status)
    visitor.close()
  }
  const heads = await Promise.all(
    [1, 2].map(async () =>
      signIn(house, await newColleague(house, 'almaty', { role: 'agencyHead', agency: transport })),
    ),
  )
  const versions = await Promise.all(heads.map(async (head) => hiddenField((await head.ask(desk)).body, 'version')))
  const replies = await Promise.all(
    heads.map((head, turn) => head.send(desk, { intent: 'sign', version: versions[turn] ?? '' })),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([302, 409])
  const answers = await rowsOf(house, 'almaty', 'select 1 from answer where appeal_id = $1', [receipt.appealId])
  expect(answers).toHaveLength(1)
})

test('a body that is not the akimat’s is forwarded to, and the person is told which', async ({ house }) => {
  const { form, receipt, resident } = await fileAppeal(house, 'almaty', anAppeal('ru'))
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const police = await agencyId(house, 'almaty', 'police')
  const sent = await sendAtDesk(dispatcher, receipt.appealId, { intent: 'forward', forwardTo: police })
  expect(sent.status).toBe(302)
  const letter = await mailTo(house, form.email, ru('appeals:mail.forwarded.subject', { number: receipt.number }))
  expect(letter.text).toContain('Департамент полиции')
  const shown = textOf((await resident.ask(`/ru/appeals/${receipt.appealId}`)).body)
  expect(shown).toContain(ru('appeals:life.forwarded'))
})

test('a note is for colleagues and never for the person', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  const note = { intent: 'note', submissionKey: crypto.randomUUID(), note: 'Бұл адам бұрын да жүгінген', mention: '' }
  expect((await sendAtDesk(dispatcher, receipt.appealId, note)).status).toBe(302)
  const inside = await dispatcher.ask(`/desk/appeals/${receipt.appealId}`)
  expect(textOf(inside.body)).toContain(note.note)
  expect((await resident.ask(`/ru/appeals/${receipt.appealId}`)).body).not.toContain(note.note)
})
