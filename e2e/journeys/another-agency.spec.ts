import { anAnswer, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyId, rowsOf } from '../fixtures/database.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

test('a clerk of another agency neither sees, opens nor answers the appeal', async ({ house, asStaff }) => {
  const { receipt, form } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  const desk = `/desk/appeals/${receipt.appealId}`

  const stranger = house.people.almaty.housingClerk
  const { page, at } = await asStaff(stranger)
  await page.goto(at('/desk'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:worklist.title'))
  await expect(page.getByRole('link', { name: receipt.number })).toHaveCount(0)
  expect((await page.goto(at(desk)))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'common:page.404.title'))
  await expect(page.getByText(form.text)).toHaveCount(0)

  const clerk = await signIn(house, stranger)
  const answer = {
    intent: 'submit',
    version: '2',
    draftVersion: '0',
    outcome: 'satisfied',
    text: anAnswer('Бөтен адамның жауабы'),
  }
  expect((await clerk.send(desk, answer)).status).toBe(404)
  const assign = { intent: 'assign', version: '2', agencyId: await agencyId(house, 'almaty', 'housing-utilities') }
  expect((await clerk.send(desk, assign)).status).toBe(404)
  // Nor does the script of the page get in.
  const live = `${desk}/live`
  expect((await clerk.send(live, { ...answer, intent: 'draft' })).status).toBe(404)
  expect((await clerk.send(live, { intent: 'present', doing: 'viewing' })).status).toBe(404)
  expect(await rowsOf(house, 'almaty', 'select id from answer_draft where appeal_id = $1', [receipt.appealId])).toEqual(
    [],
  )

  // Its own clerk may answer, and may not assign.
  const own = await signIn(house, house.people.almaty.clerk)
  expect((await own.ask(desk)).status).toBe(200)
  expect((await own.send(desk, assign)).status).toBe(403)
})

test('an appeal taken away from an agency is gone from its desk', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const desk = `/desk/appeals/${receipt.appealId}`
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  const clerk = await signIn(house, house.people.almaty.clerk)
  expect((await clerk.ask(desk)).status).toBe(200)
  await assignAppeal(house, 'almaty', receipt.appealId, 'housing-utilities')
  expect((await clerk.ask(desk)).status).toBe(404)
  const late = {
    intent: 'submit',
    version: '2',
    draftVersion: '0',
    outcome: 'satisfied',
    text: anAnswer('Кешіккен жауап берілді'),
  }
  expect((await clerk.send(desk, late)).status).toBe(404)
  expect((await (await signIn(house, house.people.almaty.housingClerk)).ask(desk)).status).toBe(200)
})

test('a dispatcher may not answer, nor order a body that is not the akimat’s', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const desk = `/desk/appeals/${receipt.appealId}`
  const dispatcher = await signIn(house, await newColleague(house, 'almaty', { role: 'dispatcher' }))
  const police = await agencyId(house, 'almaty', 'police')
  expect((await dispatcher.send(desk, { intent: 'assign', version: '1', agencyId: police })).status).toBe(404)
  const answer = {
    intent: 'submit',
    version: '1',
    draftVersion: '0',
    outcome: 'satisfied',
    text: anAnswer('Диспетчердің жауабы бар'),
  }
  expect((await dispatcher.send(desk, answer)).status).toBe(403)
})
