import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { deliveredMails } from '#infra/testing/deliver.ts'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { contestShare } from './features/appeals/contest-share.server.ts'
import { forwardAppeal } from './features/appeals/forward-appeal.server.ts'
import { getTrackedAppeal } from './features/appeals/tracked-appeal.queries.server.ts'
import { getDeskAppeal } from './features/appeals/desk-appeal.queries.server.ts'
import { moveBatch, moveDeadlines } from './features/appeals/move-deadlines.server.ts'
import { previewMoves } from './features/appeals/preview-moves.queries.server.ts'
import { postponedLetter } from './features/appeals/public.server.ts'
import { applyChange, discardChange } from './features/calendars/apply-change.server.ts'
import { getCalendarChange } from './features/calendars/calendar-admin.queries.server.ts'
import { AddDay, ChangeHours, MoveDay, RemoveDay } from './features/calendars/calendars.schema.ts'
import { reopenLastChange } from './features/calendars/moving-change.server.ts'
import { draftDay, draftHours, draftTakingBack } from './features/calendars/draft-change.server.ts'
import { listChoices } from './features/ratings/choices.queries.server.ts'
import { rateAnswer } from './features/ratings/rate-answer.server.ts'
import { inTransaction } from './core/transaction.server.ts'
import type { TenantContext } from './core/context.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.admin, work)
const asWorker = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as({ kind: 'system' }, work)
const key = () => crypto.randomUUID()
const names = { nameKk: 'Аза тұту күні', nameRu: 'День траура', nameEn: 'Day of mourning' }

const dayOff = (day: string, changes: object = {}) =>
  asAdmin((ctx) =>
    draftDay(ctx, {
      act: 'add',
      input: AddDay.parse({
        submissionKey: key(),
        day,
        kind: 'nonWorking',
        source: 'Приказ № 7',
        ...names,
        ...changes,
      }),
    }),
  )
const shown = (id: string) => asAdmin((ctx) => getCalendarChange(ctx, id))
const apply = async (id: string) => {
  const { version } = await shown(id)
  await asAdmin((ctx) => applyChange(ctx, id, { submissionKey: key(), version }))
}
const applyAndMove = async (id: string) => {
  await apply(id)
  await asWorker((ctx) => moveDeadlines(ctx, id))
}
const preview = async (id: string) => {
  const { change } = await shown(id)
  return asAdmin((ctx) => previewMoves(ctx, change))
}
const duesOf = async (id: string) => {
  const [row] = await product.database.rows<{ due: string; share: string | null; hour: string }>(
    `select a.due_on::text as due, to_char(a.due_at at time zone 'Asia/Almaty', 'HH24:MI') as hour,
       (select due_on::text from t_almaty.assignment where appeal_id = a.id and withdrawn_at is null) as share
     from t_almaty.appeal a where a.id = $1`,
    [id],
  )
  return row
}
const journalOf = (subject: string) =>
  product.database.rows<{ event: string; facts: Record<string, string>; refs: Record<string, string> }>(
    `select event, facts, refs from t_almaty.journal where subject_id = $1 and event like '%.deadline%' order by id`,
    [subject],
  )

/** Takes every applied change back, so that the next test finds the country's calendar. */
const restore = async (id: string) => {
  const { version } = await shown(id)
  const back = await asAdmin((ctx) => draftTakingBack(ctx, id, { submissionKey: key(), version }))
  await applyAndMove(back)
}

describe('a day off of the region’s own', () => {
  it('shows which open appeals it moves before it is applied, then moves those and no other', async () => {
    const [touched, assigned, answered] = [
      await fileAppeal(almaty),
      await fileAndAssign(almaty),
      await fileAppeal(almaty),
    ]
    await product.database.rows(`update t_almaty.appeal set status = 'answered', closed_at = now() where id = $1`, [
      answered,
    ])
    const id = await dayOff('2026-12-07')
    const before = await preview(id)
    expect(before.counts).toEqual({ open: 2, later: 2, earlier: 0, other: 0, unexplained: 0 })
    expect(before.rows.map(({ from, to, shares }) => [from, to, shares])).toEqual([
      ['14.12.2026', '15.12.2026', 0],
      ['14.12.2026', '15.12.2026', 1],
    ])
    // Nothing moves by looking.
    expect(await duesOf(touched)).toMatchObject({ due: '2026-12-14' })

    await applyAndMove(id)
    expect(await duesOf(touched)).toMatchObject({ due: '2026-12-15', hour: '18:30' })
    expect(await duesOf(assigned)).toMatchObject({ due: '2026-12-15', share: '2026-12-15' })
    expect(await duesOf(answered)).toMatchObject({ due: '2026-12-14' })
    expect(await shown(id)).toMatchObject({ state: 'applied', moved: 2, postponed: 2 })
    const [moved] = await journalOf(touched)
    expect(moved).toEqual({
      event: 'appeal.deadlinePostponed',
      facts: { dueOn: '2026-12-15', formerDueOn: '2026-12-14', cause: 'calendar' },
      refs: { changeId: id },
    })
    // What comes now is counted by the changed calendar from the start.
    expect(await duesOf(await fileAppeal(almaty))).toMatchObject({ due: '2026-12-15' })
    await restore(id)
    expect(await duesOf(touched)).toMatchObject({ due: '2026-12-14' })
  })

  it('tells the person the new date with its reason, by letter too, and colleagues on the timeline', async () => {
    const appealId = await fileAndAssign(almaty, { language: 'ru' })
    const id = await dayOff('2026-12-08')
    await applyAndMove(id)
    const tracked = await almaty.as(knowing(appealId), (ctx) => getTrackedAppeal(ctx, appealId))
    expect(tracked.dueOn).toBe('15.12.2026')
    const step = tracked.timeline.find(({ event }) => event === 'deadlinePostponed')
    expect(step).toMatchObject({ due: { from: '14.12.2026', to: '15.12.2026' } })
    expect(step?.why?.join()).toContain('08.12.2026')
    const [, term] = tracked.clocks?.overall?.steps ?? []
    expect(term?.holidays).toEqual([{ day: '08.12.2026', name: 'Аза тұту күні' }])
    expect(tracked.clocks?.bodies[0]?.clock.dueOn).toBe('15.12.2026')
    const desk = await almaty.as(almaty.dispatcher, (ctx) => getDeskAppeal(ctx, appealId))
    expect(desk.timeline.map(({ event }) => event)).toContain('deadlinePostponed')
    expect(desk.dueOn).toBe('15.12.2026')

    const events = await product.database.rows<{ id: string }>(
      `select id from t_almaty.outbox where subject_id = $1 and event = 'appeal.deadlinePostponed'`,
      [appealId],
    )
    expect(events).toHaveLength(1)
    const letter = await asWorker((ctx) =>
      inTransaction(ctx, (ctx) => postponedLetter(ctx, appealId, events[0]?.id ?? '')),
    )
    for (const words of ['14.12.2026', '15.12.2026', 'День траура', '08.12.2026']) expect(letter?.text).toContain(words)
    await restore(id)
    // Earlier again: that is on the page, and breaks no promise that a letter would have to speak of.
    const again = await almaty.as(knowing(appealId), (ctx) => getTrackedAppeal(ctx, appealId))
    expect(again.timeline.map(({ event }) => event)).toContain('deadlineAdvanced')
    expect(again.dueOn).toBe('14.12.2026')
  })

  it('moves a body that was forwarded to by its own clock', async () => {
    const appealId = await fileAppeal(almaty)
    almaty.clock.move(new Date('2026-11-25T04:00:00Z'))
    const [police] = await product.database.rows<{ id: string }>(`select id from t_almaty.agency where slug = 'police'`)
    await almaty.as(almaty.dispatcher, (ctx) =>
      forwardAppeal(ctx, appealId, { version: 1, forwardTo: police?.id ?? '' }),
    )
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
    // 25 November and fifteen working days: 16 December is a holiday of its own.
    expect(await duesOf(appealId)).toMatchObject({ due: '2026-12-17', share: '2026-12-17' })
    const id = await dayOff('2026-12-17')
    const { counts } = await preview(id)
    expect(counts.later).toBe(1)
    await applyAndMove(id)
    expect(await duesOf(appealId)).toMatchObject({ due: '2026-12-18', share: '2026-12-18' })
    await restore(id)
  })

  it('is moved to another day and removed by drafts of their own; the slower of two is told', async () => {
    const id = await dayOff('2026-12-09')
    await applyAndMove(id)
    const move = MoveDay.parse({ submissionKey: key(), day: '2026-12-09', toDay: '10.12.2026', source: 'Приказ № 8' })
    const moving = await asAdmin((ctx) => draftDay(ctx, { act: 'move', input: move }))
    expect((await shown(moving)).change.lines.days).toEqual([
      { day: '2026-12-09', kind: null, name: null, names: null },
      {
        day: '2026-12-10',
        kind: 'nonWorking',
        name: null,
        names: { kk: 'Аза тұту күні', ru: 'День траура', en: 'Day of mourning' },
      },
    ])
    const form = { submissionKey: key(), version: 1 }
    await asAdmin((ctx) => applyChange(ctx, moving, form))
    await expect(asAdmin((ctx) => discardChange(ctx, moving, form))).rejects.toMatchObject({
      reason: { key: 'common:change.stale' },
    })
    // Until it has moved everything, no other change begins.
    const next = await dayOff('2026-12-11')
    await expect(apply(next)).rejects.toMatchObject({ reason: { key: 'calendars:error.moving' } })
    await asWorker((ctx) => moveDeadlines(ctx, moving))
    await asAdmin((ctx) => discardChange(ctx, next, { submissionKey: key(), version: 1 }))
    const remove = RemoveDay.parse({ submissionKey: key(), day: '2026-12-10', source: 'Приказ № 9' })
    await applyAndMove(await asAdmin((ctx) => draftDay(ctx, { act: 'remove', input: remove })))
    const left = await product.database.rows(`select 1 from t_almaty.own_day`)
    expect(left).toEqual([])
  })

  it('drafted twice by the same page is one draft, and another day joins it', async () => {
    const submissionKey = key()
    const [one, other] = [await dayOff('2027-01-12', { submissionKey }), await dayOff('2027-01-12', { submissionKey })]
    expect(one).toBe(other)
    await dayOff('2027-01-13', { change: one, source: '' })
    expect((await shown(one)).change.lines.days.map(({ day }) => day)).toEqual(['2027-01-12', '2027-01-13'])
    await asAdmin((ctx) => discardChange(ctx, one, { submissionKey: key(), version: 2 }))
    await expect(dayOff('2027-01-14', { source: '' })).rejects.toMatchObject({
      fields: { source: 'calendars:error.sourceMissing' },
    })
    await expect(dayOff('2040-01-14')).rejects.toMatchObject({ fields: { day: 'calendars:error.dayFar' } })
  })

  it('touches nothing of another region, and is nobody’s but the administrator’s', async () => {
    const theirs = await fileAppeal(shymkent)
    const id = await dayOff('2026-12-10')
    await applyAndMove(id)
    const [row] = await product.database.rows<{ due: string }>(
      `select due_on::text as due from t_shymkent.appeal where id = $1`,
      [theirs],
    )
    expect(row?.due).toBe('2026-12-14')
    await expect(shymkent.as(shymkent.admin, (ctx) => getCalendarChange(ctx, id))).rejects.toMatchObject({
      name: 'NotFound',
    })
    for (const person of [anyone, almaty.dispatcher, almaty.clerks['passenger-transport']]) {
      const form = { submissionKey: key(), version: 1 }
      const tries: ((ctx: TenantContext) => Promise<unknown>)[] = [
        (ctx) => applyChange(ctx, id, form),
        (ctx) => discardChange(ctx, id, form),
        (ctx) => draftTakingBack(ctx, id, form),
        (ctx) => getCalendarChange(ctx, id),
        (ctx) => previewMoves(ctx, { origin: 'region', lines: { days: [], hours: null } }),
      ]
      for (const one of tries) await expect(almaty.as(person, one)).rejects.toMatchObject({ name: 'ForbiddenError' })
    }
    await restore(id)
  })
})

describe('a change that is cut off', () => {
  it('goes on where it was, and moves and journals nothing twice', async () => {
    const ids = [await fileAppeal(almaty), await fileAppeal(almaty), await fileAppeal(almaty), await fileAppeal(almaty)]
    const id = await dayOff('2026-12-07')
    await apply(id)
    await asWorker((ctx) => inTransaction(ctx, (ctx) => moveBatch(ctx, id, 2)))
    // The next batch is written and never committed.
    const cut = asWorker((ctx) =>
      inTransaction(ctx, async (ctx) => {
        await moveBatch(ctx, id, 2)
        throw new Error('killed')
      }),
    )
    await expect(cut).rejects.toThrow('killed')
    expect((await shown(id)).state).toBe('moving')
    await asWorker((ctx) => moveDeadlines(ctx, id, 2))
    await asWorker((ctx) => moveDeadlines(ctx, id, 2))
    for (const appealId of ids) {
      expect(await duesOf(appealId)).toMatchObject({ due: '2026-12-15' })
      expect(await journalOf(appealId)).toHaveLength(1)
    }
    const { open } = (await preview(await dayOff('2027-02-01'))).counts
    expect((await shown(id)).moved).toBe(open)
    await restore(id)
  })

  it('by two workers at once is moved once', async () => {
    const appealId = await fileAppeal(almaty)
    const id = await dayOff('2026-12-07')
    await apply(id)
    await Promise.all([1, 2].map(() => asWorker((ctx) => moveDeadlines(ctx, id, 3))))
    expect(await journalOf(appealId)).toHaveLength(1)
    await restore(id)
  })

  it('is passed once more in the night, for what was filed by the former calendar while it was applied', async () => {
    const id = await dayOff('2026-12-07')
    await applyAndMove(id)
    const late = await fileAppeal(almaty)
    await product.database.rows(
      `update t_almaty.appeal set due_on = '2026-12-14', due_at = '2026-12-14T13:30:00Z' where id = $1`,
      [late],
    )
    expect(await asWorker((ctx) => reopenLastChange(ctx))).toBe(id)
    // Only one at a time, by night too.
    expect(await asWorker((ctx) => reopenLastChange(ctx))).toBeUndefined()
    await asWorker((ctx) => moveDeadlines(ctx, id))
    expect(await duesOf(late)).toMatchObject({ due: '2026-12-15' })
    expect(await journalOf(late)).toHaveLength(1)
    await restore(id)
  })

  it('leaves a date alone that was set by something else, and says how many there are', async () => {
    const appealId = await fileAppeal(almaty)
    await product.database.rows(`update t_almaty.appeal set due_on = '2026-12-25' where id = $1`, [appealId])
    const id = await dayOff('2026-12-07')
    expect((await preview(id)).counts.unexplained).toBe(1)
    await applyAndMove(id)
    expect(await duesOf(appealId)).toMatchObject({ due: '2026-12-25' })
    await product.database.rows(`update t_almaty.appeal set status = 'answered', closed_at = now() where id = $1`, [
      appealId,
    ])
    await restore(id)
  })
})

describe('hours of work', () => {
  const week = { day1: '9-13; 14-18', day2: '9-13; 14-18', day3: '9-13; 14-18', day4: '9-13; 14-18', day5: '9-13' }

  it('move the hour of a due date, not the day, and nobody is written to', async () => {
    const appealId = await fileAppeal(almaty)
    const input = ChangeHours.parse({
      submissionKey: key(),
      source: 'Приказ № 10',
      ...week,
      dayEnd: '18.00',
      innerDays: '2',
    })
    const id = await asAdmin((ctx) => draftHours(ctx, input))
    const { counts } = await preview(id)
    expect([counts.later, counts.earlier]).toEqual([0, 0])
    expect(counts.other).toBe(counts.open)
    await applyAndMove(id)
    expect(await duesOf(appealId)).toMatchObject({ due: '2026-12-14', hour: '18:00' })
    expect((await journalOf(appealId)).map(({ event }) => event)).toEqual(['appeal.deadlineHourMoved'])
    // A Friday ends at 13:00 now: what comes over lunch is Monday's.
    almaty.clock.move(new Date('2026-11-27T08:30:00Z'))
    const late = await fileAppeal(almaty)
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
    const [row] = await product.database.rows<{ day: string }>(
      `select registered_on::text as day from t_almaty.appeal where id = $1`,
      [late],
    )
    expect(row?.day).toBe('2026-11-30')
    await restore(id)
    expect(await duesOf(appealId)).toMatchObject({ hour: '18:30' })
  })

  it('that are the same are no change, and Monday to Friday have some', async () => {
    const same = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`day${day}`, '9-13; 14-18.30']))
    const input = ChangeHours.parse({ submissionKey: key(), source: 'x', ...same, dayEnd: '1830', innerDays: '1' })
    await expect(asAdmin((ctx) => draftHours(ctx, input))).rejects.toMatchObject({
      reason: { key: 'calendars:error.nothingChanged' },
    })
    const { error } = ChangeHours.safeParse({
      submissionKey: key(),
      ...same,
      day3: '',
      dayEnd: '25:00',
      innerDays: '0',
    })
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['day3', 'calendars:error.hoursMissing'],
      ['dayEnd', 'calendars:error.dayEnd'],
      ['innerDays', 'calendars:error.innerDays'],
    ])
  })
})

describe('a day by which a dispatcher must decide', () => {
  it('moves with the calendar: what a body contests, and what a person wants reopened', async () => {
    const [contested, unsolved] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    await almaty.as(almaty.clerks['passenger-transport'], (ctx) =>
      contestShare(ctx, contested, { version: 2, rightAgency: null, reason: 'Бұл біздің құзыретіміз емес' }),
    )
    await answerAppeal(almaty, unsolved, { outcome: 'explained', text: 'Кесте түзетілді. Негізі: ӘРПК 76-бабы.' })
    const choices = await asWorker((ctx) => listChoices(ctx))
    const choiceId = choices.find(({ meaning }) => meaning === 'notSolved')?.id ?? ''
    await almaty.as(knowing(unsolved), (ctx) =>
      rateAnswer(ctx, unsolved, { submissionKey: key(), choiceId, words: 'Автобус бәрібір келмейді' }),
    )
    const daysOf = async () => {
      const [row] = await product.database.rows(
        `select c.decide_on::text as contest, r.decide_on::text as wish, a.due_on::text as due,
            a.due_at = r.decide_at as same
          from t_almaty.contest c, t_almaty.reopening r join t_almaty.appeal a on a.id = r.appeal_id
          where c.appeal_id = $1 and r.appeal_id = $2`,
        [contested, unsolved],
      )
      return row
    }
    // Of Monday, 23 November: one working day, and three.
    expect(await daysOf()).toEqual({ contest: '2026-11-24', wish: '2026-11-26', due: '2026-11-26', same: true })
    const id = await dayOff('2026-11-24')
    await apply(id)
    const moved = { contest: '2026-11-25', wish: '2026-11-27', due: '2026-11-27', same: true }
    await deliveredMails(almaty, product, [id])
    expect(await daysOf()).toEqual(moved)
    await deliveredMails(almaty, product, [id])
    expect(await daysOf()).toEqual(moved)
    const said = await product.database.rows(
      `select event, facts from t_almaty.journal where refs->>'changeId' = $1 and event like '%Moved' order by event`,
      [id],
    )
    expect(said).toEqual([
      {
        event: 'appeal.reopeningMoved',
        facts: { decideOn: '2026-11-27', formerDecideOn: '2026-11-26', cause: 'calendar' },
      },
      {
        event: 'share.contestMoved',
        facts: { decideOn: '2026-11-25', formerDecideOn: '2026-11-24', cause: 'calendar' },
      },
    ])
  })
})
