import { anAnswer, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyId, agencyName, rowsOf } from '../fixtures/database.ts'
import type { House } from '../fixtures/house.ts'
import { hiddenField, textOf } from '../fixtures/http.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

/** The refusal that names the winner and the moment, as a pattern. */
const lostTo = (name: string) =>
  new RegExp(
    say('ru', 'appeals:error.changedMeanwhile', { who: name, when: '(when)' })
      .replace(/[.*+?^${}|[\]\\]/g, '\\$&')
      .replace('(when)', String.raw`\d\d\.\d\d\.\d{4} \d\d:\d\d`),
  )

const happened = (house: House, appealId: string, event: string) =>
  rowsOf<{ id: string }>(house, 'almaty', 'select id from journal where subject_id = $1 and event = $2', [
    appealId,
    event,
  ])

test('two dispatchers assign the same appeal: the second learns who was faster', async ({ house, asStaff }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const rival = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const desk = `/desk/appeals/${receipt.appealId}`
  const [transport, housing] = await Promise.all(
    (['passenger-transport', 'housing-utilities'] as const).map((slug) => agencyName(house, 'almaty', slug, 'ru')),
  )
  // Both have the page before either has acted.
  const first = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  const second = await asStaff(rival)
  await first.page.goto(first.at(desk))
  await second.page.goto(second.at(desk))

  await second.page.getByLabel(say('ru', 'appeals:assign.agency')).selectOption(transport ?? '')
  await second.page.getByRole('button', { name: say('ru', 'appeals:assign.send') }).click()
  await expect(second.page.getByRole('list').filter({ hasText: transport })).toBeVisible()

  await first.page.getByLabel(say('ru', 'appeals:assign.agency')).selectOption(housing ?? '')
  const answered = first.page.waitForResponse((response) => response.request().method() === 'POST')
  await first.page.getByRole('button', { name: say('ru', 'appeals:assign.send') }).click()
  expect((await answered).status()).toBe(409)
  await expect(first.page.getByRole('alert')).toContainText(lostTo(rival.name))
  await expect(first.page).toHaveTitle(new RegExp(`^${say('ru', 'common:errorPrefix')}: `))

  // Nothing was overwritten, and the page now shows what the other did.
  await expect(first.page.getByRole('list').filter({ hasText: transport })).toBeVisible()
  await expect(first.page.getByRole('list').filter({ hasText: housing })).toHaveCount(0)
  expect(await happened(house, receipt.appealId, 'appeal.assigned')).toHaveLength(1)
})

test('of many dispatchers at the very same moment exactly one wins', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const desk = `/desk/appeals/${receipt.appealId}`
  const dispatchers = await Promise.all(
    [1, 2, 3].map(async () => signIn(house, await newColleague(house, 'almaty', { role: 'dispatcher' }))),
  )
  const versions = await Promise.all(
    dispatchers.map(async (dispatcher) => hiddenField((await dispatcher.ask(desk)).body, 'version')),
  )
  const agencies = await Promise.all(
    (['passenger-transport', 'housing-utilities'] as const).map((slug) => agencyId(house, 'almaty', slug)),
  )
  const replies = await Promise.all(
    dispatchers.map((dispatcher, turn) =>
      dispatcher.send(desk, {
        intent: 'assign',
        version: versions[turn] ?? '',
        agencyId: agencies[turn % agencies.length] ?? '',
      }),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([302, 409, 409])
  expect(await happened(house, receipt.appealId, 'appeal.assigned')).toHaveLength(1)
  const [open] = await rowsOf<{ n: number; v: number }>(
    house,
    'almaty',
    `select count(*)::int as n, max(a.version)::int as v from appeal a
       join assignment s on s.appeal_id = a.id where a.id = $1 and s.withdrawn_at is null`,
    [receipt.appealId],
  )
  expect(open).toEqual({ n: 1, v: 2 })
})

test('two clerks send an answer to the same appeal: one waits for the signature, the other clerk keeps the words', async ({
  house,
}) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  const desk = `/desk/appeals/${receipt.appealId}`
  const people = await Promise.all(
    [1, 2].map(() => newColleague(house, 'almaty', { role: 'clerk', agency: 'passenger-transport' })),
  )
  const clerks = await Promise.all(people.map((person) => signIn(house, person)))
  const versions = await Promise.all(clerks.map(async (clerk) => hiddenField((await clerk.ask(desk)).body, 'version')))
  const words = people.map((person) => anAnswer(`Жауап: ${person.name}`))
  const replies = await Promise.all(
    clerks.map((clerk, turn) =>
      clerk.send(desk, {
        intent: 'submit',
        version: versions[turn] ?? '',
        draftVersion: '0',
        outcome: 'explained',
        text: words[turn] ?? '',
      }),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([302, 409])
  const loser = replies.findIndex(({ status }) => status === 409)
  const shown = textOf(replies[loser]?.body ?? '')
  expect(shown).toMatch(lostTo(people[1 - loser]?.name ?? ''))
  const drafts = await rowsOf<{ text: string }>(house, 'almaty', 'select text from answer_draft where appeal_id = $1', [
    receipt.appealId,
  ])
  expect(drafts).toEqual([{ text: words[1 - loser] }])
  expect(await happened(house, receipt.appealId, 'appeal.answerSubmitted')).toHaveLength(1)
  // Half an hour of writing must not be lost to somebody's faster click.
  expect(shown).toContain(words[loser])
})

test('an appeal whose answer waits for a signature cannot be assigned again', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  const desk = `/desk/appeals/${receipt.appealId}`
  const dispatcher = await signIn(house, await newColleague(house, 'almaty', { role: 'dispatcher' }))
  const before = hiddenField((await dispatcher.ask(desk)).body, 'version')
  const clerk = await signIn(house, house.people.almaty.clerk)
  const version = hiddenField((await clerk.ask(desk)).body, 'version')
  const done = await clerk.send(desk, {
    intent: 'submit',
    version,
    draftVersion: '0',
    outcome: 'refused',
    text: anAnswer('Жауап берілді'),
  })
  expect(done.status).toBe(302)

  const housing = await agencyId(house, 'almaty', 'housing-utilities')
  const late = await dispatcher.send(desk, { intent: 'assign', version: before, agencyId: housing })
  expect(late.status).toBe(409)
  expect(textOf(late.body), 'who was faster').toContain(house.people.almaty.clerk.name)
  const fresh = { intent: 'assign', version: String(Number(version) + 1), agencyId: housing }
  const past = await dispatcher.send(desk, fresh)
  expect(past.status).toBe(409)
  expect(textOf(past.body)).toContain(say('ru', 'appeals:error.notAssignable'))
  const again = await clerk.send(desk, {
    intent: 'submit',
    version,
    draftVersion: '1',
    outcome: 'refused',
    text: anAnswer('Тағы да жауап'),
  })
  expect(again.status).toBe(409)
})
