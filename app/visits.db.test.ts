import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { addDesk } from '#app/features/halls/add-desk.server.ts'
import { addService } from '#app/features/services/add-service.server.ts'
import { addPriorityGroup } from '#app/features/services/add-priority-group.server.ts'
import { callNext } from '#app/features/visits/call-next.server.ts'
import { closeDesk, pauseDesk } from '#app/features/visits/close-desk.server.ts'
import { getConsole } from '#app/features/visits/console.queries.server.ts'
import { endDays } from '#app/features/visits/end-day.server.ts'
import { finishTicket, handOver } from '#app/features/visits/end-ticket.server.ts'
import { Refusal } from '#app/core/errors.ts'
import { openDesk } from '#app/features/visits/open-desk.server.ts'
import { openVisit } from '#app/features/visits/open-visit.server.ts'
import { getReception } from '#app/features/visits/reception.queries.server.ts'
import {
  holdTicket,
  missTicket,
  recallTicket,
  resumeTicket,
  sendAway,
  startTicket,
  takeBack,
} from '#app/features/visits/serve-ticket.server.ts'
import { getFollowedVisit } from '#app/features/visits/visit.queries.server.ts'
import { openVisitByLink, visitLink } from '#app/features/visits/visit-link.server.ts'
import { comeBack, withdrawTicket } from '#app/features/visits/withdraw-ticket.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let hallId: string
let receptionist: StaffPrincipal
let people: Record<'one' | 'two' | 'housing', StaffPrincipal>
let services: Record<'transport' | 'housing', string>
let veterans: string
let desks: Record<'one' | 'two' | 'housing', string>
let shifts: Record<'one' | 'two' | 'housing', string>
let minutes = 0

const key = () => crypto.randomUUID()
const named = (name: string) => ({ nameKk: name, nameRu: name, nameEn: name })

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  const agencyOf = (slug: string) =>
    almaty.as(almaty.admin, ({ db }) =>
      db.selectFrom('agency').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
    )
  const [transport, housing] = [await agencyOf('passenger-transport'), await agencyOf('housing-utilities')]
  hallId = (
    await almaty.as(almaty.admin, ({ db }) =>
      db.selectFrom('hall').select('id').orderBy('position').executeTakeFirstOrThrow(),
    )
  ).id
  receptionist = await almaty.hire('reception', 'Айгүл Қабылдаушы', ['receptionist'])
  people = {
    one: almaty.clerks['passenger-transport'],
    two: await almaty.hire('transport-two', 'Нұрлан Екінші', ['clerk'], 'passenger-transport'),
    housing: almaty.clerks['housing-utilities'],
  }
  const added = async (name: string, agencyId: string, letter: string) => {
    const input = { ...named(name), agencyId, letter, promiseMinutes: 15, hallId, submissionKey: key() }
    await almaty.as(almaty.admin, (ctx) => addService(ctx, input))
    const row = await almaty.as(almaty.admin, ({ db }) =>
      db.selectFrom('hallService').select('id').where('letter', '=', letter).executeTakeFirstOrThrow(),
    )
    return row.id
  }
  services = { transport: await added('Транспорт', transport.id, 'X'), housing: await added('ЖКХ', housing.id, 'Y') }
  await almaty.as(almaty.admin, (ctx) =>
    addPriorityGroup(ctx, { ...named('Ардагерлер'), creditMinutes: 20, submissionKey: key() }),
  )
  veterans = (
    await almaty.as(almaty.admin, ({ db }) =>
      db.selectFrom('priorityGroup').select('id').where('nameKk', '=', 'Ардагерлер').executeTakeFirstOrThrow(),
    )
  ).id

  const desk = async (label: string, agencyId: string) => {
    await almaty.as(almaty.admin, (ctx) => addDesk(ctx, hallId, { label, agencyId, submissionKey: key() }))
    const row = await almaty.as(almaty.admin, ({ db }) =>
      db.selectFrom('desk').select('id').where('label', '=', label).executeTakeFirstOrThrow(),
    )
    return row.id
  }
  desks = {
    one: await desk('T-1', transport.id),
    two: await desk('T-2', transport.id),
    housing: await desk('H-1', housing.id),
  }
  const sit = (person: StaffPrincipal, deskId: string) =>
    almaty.as(person, (ctx) => openDesk(ctx, { deskId, locale: ['kk', 'ru'] }))
  shifts = {
    one: await sit(people.one, desks.one),
    two: await sit(people.two, desks.two),
    housing: await sit(people.housing, desks.housing),
  }
})
afterAll(() => product?.close())

// Each test begins in an empty hall, half an hour after the one before.
beforeEach(async () => {
  await product.database.rows(
    `update t_almaty.ticket set status = 'withdrawn', away_at = null, ended_at = now() where ended_at is null`,
  )
  await later(30)
})

async function later(by: number) {
  minutes += by
  almaty.clock.move(new Date(Date.UTC(2026, 10, 23, 4) + minutes * 60_000))
}

const come = (more: Partial<Parameters<typeof openVisit>[2]> = {}) =>
  almaty.as(receptionist, (ctx) =>
    openVisit(ctx, hallId, {
      submissionKey: key(),
      serviceId: [services.transport],
      locale: 'kk',
      priorityGroupId: '',
      fullName: null,
      phone: null,
      ...more,
    }),
  )
const call = (who: keyof typeof people) => almaty.as(people[who], (ctx) => callNext(ctx, { shiftId: shifts[who] }))
const ticketOf = (id: string) =>
  almaty.as(receptionist, ({ db }) =>
    db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
const ticketsOf = (visitId: string) =>
  almaty.as(receptionist, ({ db }) =>
    db.selectFrom('ticket').selectAll().where('visitId', '=', visitId).orderBy('id').execute(),
  )
const at = async (who: keyof typeof people, id: string) => ({
  shiftId: shifts[who],
  ticketId: id,
  version: (await ticketOf(id)).version,
})
const doAt = async <T>(
  who: keyof typeof people,
  id: string,
  act: (ctx: TenantContext, input: Awaited<ReturnType<typeof at>>) => Promise<T>,
) => {
  const input = await at(who, id)
  return almaty.as(people[who], (ctx) => act(ctx, input))
}
const said = { categoryId: '', locale: 'kk', note: 'Маршрут туралы' } as const
const finish = (who: keyof typeof people, id: string) =>
  doAt(who, id, (ctx, input) => finishTicket(ctx, { ...input, ...said, outcome: 'answered' }))

describe('a visit', () => {
  it('has a ticket for each service, numbered one after the other in its letter', async () => {
    const first = await ticketsOf(await come({ serviceId: [services.transport, services.housing] }))
    const [second] = await ticketsOf(await come())
    expect(first.map(({ letter }) => letter)).toEqual(['X', 'Y'])
    expect(second?.number).toBe((first[0]?.number ?? 0) + 1)
  })

  it('is opened once, however often the same form is sent', async () => {
    const submissionKey = key()
    const ids = await Promise.all([come({ submissionKey }), come({ submissionKey }), come({ submissionKey })])
    expect(new Set(ids).size).toBe(1)
    expect(await ticketsOf(ids[0])).toHaveLength(1)
  })

  it('gives no number twice, however many come at once', async () => {
    const visits = await Promise.all(Array.from({ length: 12 }, () => come()))
    const numbers = (await Promise.all(visits.map(ticketsOf))).flat().map(({ number }) => number)
    expect(new Set(numbers).size).toBe(12)
  })

  it('is refused for a service that is not of this hall, and nothing is left of it', async () => {
    await expect(come({ serviceId: [services.transport, 'none'] })).rejects.toMatchObject({
      fields: { serviceId: 'visits:error.serviceGone' },
    })
    const { queue } = await almaty.as(receptionist, (ctx) => getReception(ctx, hallId))
    expect(queue).toEqual([])
  })

  it('is opened by the reception and by nobody else, in its own region', async () => {
    for (const principal of [people.one, almaty.dispatcher, almaty.admin, anyone])
      await expect(
        almaty.as(principal, (ctx) =>
          openVisit(ctx, hallId, {
            submissionKey: key(),
            serviceId: [services.transport],
            locale: 'kk',
            priorityGroupId: '',
            fullName: null,
            phone: null,
          }),
        ),
      ).rejects.toThrow(/not allowed|Cannot execute/i)
    const elsewhere = await shymkent.hire('reception', 'Басқа Қабылдаушы', ['receptionist'])
    await expect(shymkent.as(elsewhere, (ctx) => getReception(ctx, hallId))).rejects.toThrow('Hall not found')
  })
})

describe('a desk', () => {
  it('calls in the fair order: who comes earlier by law before who came a little earlier', async () => {
    const [early] = await ticketsOf(await come())
    await later(30)
    const [ordinary] = await ticketsOf(await come())
    await later(5)
    const [veteran] = await ticketsOf(await come({ priorityGroupId: veterans }))
    expect(await call('one')).toBe(early?.id)
    expect(await call('two')).toBe(veteran?.id)
    await doAt('two', veteran?.id ?? '', startTicket)
    await finish('two', veteran?.id ?? '')
    expect(await call('two')).toBe(ordinary?.id)
  })

  it('gets another person than every other desk, however fast all call', async () => {
    await Promise.all(Array.from({ length: 6 }, () => come()))
    const called = await Promise.all([call('one'), call('two'), call('one'), call('two')])
    expect(new Set(called).size).toBe(2)
    expect(called[0]).toBe(called[2])
    expect(called[1]).toBe(called[3])
  })

  it('calls nobody who sits at another desk, though the person waits for both services', async () => {
    const [transport, housing] = await ticketsOf(await come({ serviceId: [services.transport, services.housing] }))
    expect(await call('one')).toBe(transport?.id)
    expect(await call('housing')).toBeUndefined()
    await doAt('one', transport?.id ?? '', startTicket)
    await finish('one', transport?.id ?? '')
    expect(await call('housing')).toBe(housing?.id)
  })

  it('says what became of a ticket that was moved while somebody looked at an older page', async () => {
    const [ticket] = await ticketsOf(await come())
    const id = ticket?.id ?? ''
    await call('one')
    const seen = await at('one', id)
    await doAt('one', id, startTicket)
    await expect(almaty.as(people.one, (ctx) => recallTicket(ctx, seen))).rejects.toMatchObject({
      reason: { key: 'visits:error.now.serving', values: { desk: 'T-1' } },
    })
    // And a colleague cannot do anything with the person before this desk.
    await expect(doAt('two', id, holdTicket)).rejects.toMatchObject({ reason: { key: 'visits:error.now.serving' } })
  })

  it('calls a person who did not come once more, behind who is here, and then closes the ticket', async () => {
    const [absent] = await ticketsOf(await come())
    const [here] = await ticketsOf(await come())
    await call('one')
    await doAt('one', absent?.id ?? '', missTicket)
    expect(await call('one')).toBe(here?.id)
    await doAt('one', here?.id ?? '', startTicket)
    await finish('one', here?.id ?? '')
    await later(6)
    expect(await call('two')).toBeUndefined()
    expect(await call('one')).toBe(absent?.id)
    await doAt('one', absent?.id ?? '', missTicket)
    expect(await ticketOf(absent?.id ?? '')).toMatchObject({ status: 'missed', calls: 2 })
  })

  it('gets back whom it sent for a paper, and nobody calls them before they are back', async () => {
    const [ticket] = await ticketsOf(await come())
    const id = ticket?.id ?? ''
    await call('one')
    await doAt('one', id, startTicket)
    await doAt('one', id, sendAway)
    expect(await call('one')).toBeUndefined()
    await expect(doAt('two', id, takeBack)).rejects.toBeInstanceOf(Refusal)
    const { version } = await ticketOf(id)
    await expect(almaty.as(people.one, (ctx) => withdrawTicket(ctx, { ticketId: id, version }))).rejects.toThrow(
      /not allowed|Cannot execute/i,
    )
    await almaty.as(receptionist, (ctx) => comeBack(ctx, { ticketId: id, version }))
    expect(await call('two')).toBeUndefined()
    expect(await call('one')).toBe(id)
    await doAt('one', id, sendAway)
    await doAt('one', id, takeBack)
    expect(await call('one')).toBe(id)
  })

  it('hands a person over with what was said, counting from when they came', async () => {
    const visitId = await come({ fullName: 'Сәуле Үлгі' })
    const [ticket] = await ticketsOf(visitId)
    const id = ticket?.id ?? ''
    await later(20)
    const [housingFirst] = await ticketsOf(await come({ serviceId: [services.housing] }))
    await call('one')
    await doAt('one', id, startTicket)
    await doAt('one', id, (ctx, input) => handOver(ctx, { ...input, ...said, serviceId: services.housing }))
    expect(await ticketOf(id)).toMatchObject({ status: 'waiting', serviceId: services.housing, deskId: null })
    expect(await call('housing')).toBe(id)
    const seen = await almaty.as(people.housing, (ctx) => getConsole(ctx, hallId))
    expect(seen).toMatchObject({ ticket: { fullName: 'Сәуле Үлгі', said: [{ note: said.note, by: people.one.name }] } })
    expect((await ticketOf(housingFirst?.id ?? '')).status).toBe('waiting')
  })

  it('cannot be left while a person sits there, calls nobody in a pause, and frees who was to come back to it', async () => {
    const [ticket] = await ticketsOf(await come())
    const id = ticket?.id ?? ''
    await call('two')
    const leave = () => almaty.as(people.two, (ctx) => closeDesk(ctx, { shiftId: shifts.two }))
    await expect(leave()).rejects.toThrow('visits:error.personAtDesk')
    await doAt('two', id, startTicket)
    await doAt('two', id, sendAway)
    await almaty.as(people.two, (ctx) => pauseDesk(ctx, { shiftId: shifts.two }, true))
    await expect(call('two')).rejects.toThrow('visits:error.deskPaused')
    await leave()
    expect(await ticketOf(id)).toMatchObject({ deskId: null, status: 'waiting' })
    shifts.two = await almaty.as(people.two, (ctx) => openDesk(ctx, { deskId: desks.two, locale: ['kk', 'ru'] }))
  })

  it('is one person’s, of its own agency', async () => {
    const sit = (person: StaffPrincipal, deskId: string) =>
      almaty.as(person, (ctx) => openDesk(ctx, { deskId, locale: ['kk'] }))
    await expect(sit(people.housing, desks.one)).rejects.toThrow('Desk not found')
    await expect(sit(almaty.heads['passenger-transport'], desks.one)).rejects.toThrow('visits:error.deskTaken')
    await expect(sit(people.one, desks.two)).rejects.toThrow('visits:error.sitsElsewhere')
    await expect(sit(receptionist, desks.one)).rejects.toThrow(/not allowed|Cannot execute/i)
    await expect(almaty.as(people.two, (ctx) => callNext(ctx, { shiftId: shifts.one }))).rejects.toThrow(
      'Shift not found',
    )
  })
})

describe('every minute of a ticket', () => {
  it('has an owner, from the beginning to the end', async () => {
    const [ticket] = await ticketsOf(await come())
    const id = ticket?.id ?? ''
    for (const [wait, act] of [
      [12, undefined],
      [1, startTicket],
      [7, holdTicket],
      [4, resumeTicket],
    ] as const) {
      await later(wait)
      await (act ? doAt('one', id, act) : call('one'))
    }
    await later(3)
    await finish('one', id)
    const spans = await almaty.as(receptionist, ({ db }) =>
      db.selectFrom('ticketSpan').selectAll().where('ticketId', '=', id).orderBy('id').execute(),
    )
    const shown = spans.map(({ state, beganAt, endedAt, staffId }) => [
      state,
      ((endedAt ?? beganAt).getTime() - beganAt.getTime()) / 60_000,
      staffId === people.one.id,
    ])
    expect(shown).toEqual([
      ['waiting', 12, false],
      ['called', 1, true],
      ['serving', 7, true],
      ['held', 4, true],
      ['serving', 3, true],
    ])
    expect(spans.slice(1).map(({ beganAt }) => beganAt)).toEqual(spans.slice(0, -1).map(({ endedAt }) => endedAt))
  })
})

describe('the night', () => {
  it('ends what nobody ended on its day, and leaves who comes today', async () => {
    const [forgotten] = await ticketsOf(await come())
    await later(24 * 60)
    const visitId = await come()
    await almaty.as({ kind: 'system' }, (ctx) => endDays(ctx))
    expect(await ticketOf(forgotten?.id ?? '')).toMatchObject({ status: 'withdrawn' })
    expect((await ticketsOf(visitId)).map(({ status }) => status)).toEqual(['waiting'])
    const open = await product.database.rows('select id from t_almaty.desk_shift where closed_at is null')
    expect(open).toEqual([])
    const sit = (who: keyof typeof people) =>
      almaty.as(people[who], (ctx) => openDesk(ctx, { deskId: desks[who], locale: ['kk', 'ru'] }))
    shifts = { one: await sit('one'), two: await sit('two'), housing: await sit('housing') }
  })
})

describe('whatever several desks do at once', () => {
  const act = fc.record({
    who: fc.constantFrom<keyof typeof people>('one', 'two', 'housing'),
    does: fc.constantFrom(
      'come',
      'comeForBoth',
      'call',
      'start',
      'miss',
      'hold',
      'resume',
      'sendAway',
      'finish',
      'handOver',
    ),
  })
  const play = async ({ who, does }: { who: keyof typeof people; does: string }) => {
    if (does === 'come') return come({ serviceId: [who === 'housing' ? services.housing : services.transport] })
    if (does === 'comeForBoth') return come({ serviceId: [services.transport, services.housing] })
    if (does === 'call') return call(who)
    const [before] = await product.database.rows<{ id: string }>(
      `select id from t_almaty.ticket where desk_id = $1 and status in ('called', 'serving', 'held')`,
      [desks[who]],
    )
    const id = before?.id
    if (!id) return undefined
    const other = who === 'housing' ? services.transport : services.housing
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      start: () => doAt(who, id, startTicket),
      miss: () => doAt(who, id, missTicket),
      hold: () => doAt(who, id, holdTicket),
      resume: () => doAt(who, id, resumeTicket),
      sendAway: () => doAt(who, id, sendAway),
      finish: () => finish(who, id),
      handOver: () => doAt(who, id, (ctx, input) => handOver(ctx, { ...input, ...said, serviceId: other })),
    }
    return acts[does]?.()
  }

  it('no person is at two desks, no desk has two, no minute is without an owner, and nothing fails but by its name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 24 }), async (acts) => {
        for (let begin = 0; begin < acts.length; begin += 3) {
          const results = await Promise.allSettled(acts.slice(begin, begin + 3).map(play))
          const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
          for (const reason of reasons) expect(reason).toBeInstanceOf(Refusal)
          await later(1)
        }
        expect(await wrongInHall()).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  /** What must never be: by name, each with the ticket. */
  const wrongInHall = () =>
    product.database.rows(
      `select 'a gap between its spans' as wrong, ticket_id from (
          select ticket_id, began_at, lag(ended_at) over (partition by ticket_id order by id) as before from t_almaty.ticket_span
        ) as span where before is not null and before <> began_at
        union all
        select 'open without a span', ticket.id from t_almaty.ticket where ended_at is null and not exists
          (select 1 from t_almaty.ticket_span where ticket_id = ticket.id and ticket_span.ended_at is null and state = ticket.status)
        union all
        select 'a visit that is over with an open ticket', ticket.id from t_almaty.ticket
          join t_almaty.visit on visit.id = visit_id where closed_at is not null and ended_at is null
        union all
        select 'served without a consultation', ticket.id from t_almaty.ticket where status = 'served' and not exists
          (select 1 from t_almaty.consultation where ticket_id = ticket.id)`,
    )
})

describe('the person on their telephone', () => {
  it('follows the visit by the code on the slip, and nobody else does', async () => {
    const ahead = await ticketsOf(await come())
    const id = await come()
    const link = await almaty.as(receptionist, async (ctx) => visitLink(ctx, { id, locale: 'kk' }))
    const linkKey = link.split('/').at(-1) ?? ''
    const open = (typed: string) => almaty.as(anyone, (ctx) => openVisitByLink(ctx, id, typed, '192.0.2.1'))
    for (const wrong of ['WRONG', linkKey.split('').toReversed().join('')])
      await expect(open(wrong)).rejects.toThrow('Visit not found')
    await open(linkKey)
    await expect(almaty.as(anyone, (ctx) => getFollowedVisit(ctx, id))).rejects.toThrow('Visit not found')
    const mine = () => almaty.as(knowing(id), (ctx) => getFollowedVisit(ctx, id))
    expect((await mine()).tickets).toMatchObject([
      { status: 'waiting', place: 2, wait: { from: expect.any(Number) as number } },
    ])
    const { version } = await ticketOf(ahead[0]?.id ?? '')
    await almaty.as(receptionist, (ctx) => withdrawTicket(ctx, { ticketId: ahead[0]?.id ?? '', version }))
    await call('one')
    expect((await mine()).tickets).toMatchObject([{ status: 'called', desk: 'T-1', place: null }])
  })
})
