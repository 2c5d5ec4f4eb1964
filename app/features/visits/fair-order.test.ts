import fc from 'fast-check'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { describe, expect, it } from 'vitest'
import { appointmentEarly, fairOrder, languagePatience, longestLead, nextFor, type Waiting } from './fair-order.ts'

const minute = 60_000
const opened = Date.UTC(2026, 10, 28, 4)
const at = (minutes: number) => opened + minutes * minute

const ticket = (id: string, minutes: number, more: Partial<Waiting> = {}): Waiting => ({
  id,
  queuedAt: at(minutes),
  credit: 0,
  appointmentAt: undefined,
  deskId: undefined,
  locale: 'kk',
  ...more,
})

const desk = (id: string, locales: readonly LocaleCode[] = ['kk', 'ru']) => ({ id, locales })

const orderAt = (minutes: number, waiting: Waiting[]) => fairOrder(waiting, at(minutes)).map(({ id }) => id)

describe('the order of a queue', () => {
  it('is the order of arrival', () => {
    expect(orderAt(30, [ticket('b', 5), ticket('a', 9), ticket('c', 1)])).toEqual(['c', 'b', 'a'])
  })

  it('brings a priority group ahead by its credit and not past who waits longer than that', () => {
    const waiting = [ticket('early', 0), ticket('late', 20), ticket('veteran', 25, { credit: 20 })]
    expect(orderAt(30, waiting)).toEqual(['early', 'veteran', 'late'])
  })

  it('takes an appointment at its time before those without one', () => {
    const waiting = [ticket('early', 0), ticket('booked', 28, { appointmentAt: at(30) })]
    expect(orderAt(30, waiting)).toEqual(['booked', 'early'])
  })

  it('leaves an appointment behind everybody who is here until its time comes', () => {
    const waiting = [ticket('booked', 0, { appointmentAt: at(60) }), ticket('a', 10), ticket('b', 20)]
    expect(orderAt(60 - appointmentEarly - 1, waiting)).toEqual(['a', 'b', 'booked'])
    expect(orderAt(60 - appointmentEarly, waiting)[0]).toBe('booked')
  })

  it('counts an appointment that was missed by more than a quarter of an hour as an arrival', () => {
    const waiting = [ticket('early', 40), ticket('booked', 46, { appointmentAt: at(30) })]
    expect(fairOrder(waiting, at(50))).toEqual([
      { id: 'early', countsFrom: at(40), reason: 'arrival' },
      { id: 'booked', countsFrom: at(46), reason: 'lateForAppointment' },
    ])
  })

  it('leads who comes back from an errand to the desk that sent them, by their first arrival, and to no other', () => {
    const waiting = [ticket('a', 10), ticket('back', 0, { deskId: 'two' })]
    expect(nextFor(waiting, desk('two'), at(30))).toEqual({ id: 'back', countsFrom: at(0), reason: 'returned' })
    expect(nextFor(waiting, desk('one'), at(30))?.id).toBe('a')
  })

  it('leaves a person to a desk that speaks their language for a quarter of an hour, and no longer', () => {
    const waiting = [
      ticket('guest', 0, { locale: 'en' }),
      ticket('a', languagePatience - 1),
      ticket('b', languagePatience + 1),
    ]
    expect(nextFor(waiting, desk('one'), at(30))?.id).toBe('a')
    expect(nextFor(waiting, desk('two', ['en']), at(30))?.id).toBe('guest')
    expect(
      nextFor(
        [waiting[0], waiting[2]].filter((one) => one !== undefined),
        desk('one'),
        at(30),
      )?.id,
    ).toBe('guest')
  })
})

const someTickets = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      queued: fc.integer({ min: 0, max: 600 }),
      credit: fc.integer({ min: -10, max: 200 }),
      appointment: fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined }),
      deskId: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ id, queued, credit, appointment, deskId }) =>
      ticket(id, queued, {
        credit,
        deskId,
        appointmentAt: appointment === undefined ? undefined : at(appointment),
      }),
    ),
  )

describe('whatever comes, the order of a queue', () => {
  it('is the same for the same people, in whichever order they are told', () => {
    fc.assert(
      fc.property(someTickets, fc.integer({ min: 0, max: 700 }), fc.infiniteStream(fc.nat()), (waiting, now, noise) => {
        const shuffled = waiting
          .map((one) => ({ one, by: noise.next().value as number }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ one }) => one)
        expect(fairOrder(shuffled, at(now))).toEqual(fairOrder(waiting, at(now)))
      }),
    )
  })

  it('holds each ticket once', () => {
    fc.assert(
      fc.property(someTickets, fc.integer({ min: 0, max: 700 }), (waiting, now) => {
        const ids = waiting.map(({ id }) => id)
        expect(orderAt(now, waiting).toSorted()).toEqual(ids.toSorted())
      }),
    )
  })

  it('starves nobody: who waits longer by the longest lead is never behind, but before the time of an appointment', () => {
    fc.assert(
      fc.property(someTickets, fc.integer({ min: 600, max: 700 }), (waiting, now) => {
        const isDue = ({ appointmentAt = 0 }: Waiting) => at(now) >= appointmentAt - appointmentEarly * minute
        const overtaken = pairsOf(orderAt(now, waiting), waiting).filter(
          ([first, later]) => isDue(later) && first.queuedAt - later.queuedAt > longestLead * minute,
        )
        expect(overtaken).toEqual([])
      }),
    )
  })

  it('keeps two who are alike in the order in which they came', () => {
    fc.assert(
      fc.property(someTickets, fc.integer({ min: 600, max: 700 }), (waiting, now) => {
        const alike = waiting.map((one) => ({ ...one, credit: 20, appointmentAt: undefined }))
        const turned = pairsOf(orderAt(now, alike), alike).filter(([first, later]) => first.queuedAt > later.queuedAt)
        expect(turned).toEqual([])
      }),
    )
  })

  it('calls next the first of all that the desk may serve, where all speak its language', () => {
    fc.assert(
      fc.property(someTickets, fc.constantFrom('one', 'two'), fc.integer({ min: 0, max: 700 }), (waiting, id, now) => {
        const mine = waiting.filter(({ deskId }) => deskId === undefined || deskId === id)
        expect(nextFor(waiting, desk(id), at(now))?.id).toEqual(orderAt(now, mine)[0])
      }),
    )
  })

  it('calls nobody before a person of another language who waits longer by that patience and the longest lead', () => {
    fc.assert(
      fc.property(someTickets, fc.infiniteStream(fc.constantFrom<LocaleCode>('kk', 'ru', 'en')), (tickets, spoken) => {
        const waiting = tickets
          .filter(({ deskId }) => deskId !== 'two')
          .map((one) => ({ ...one, appointmentAt: undefined, locale: spoken.next().value as LocaleCode }))
        const next = nextFor(waiting, desk('one', ['kk']), at(700))
        const called = waiting.filter(({ id }) => id === next?.id)
        const waitedLonger = waiting.filter((one) =>
          called.some(({ queuedAt }) => queuedAt - one.queuedAt > (longestLead + languagePatience) * minute),
        )
        expect(waitedLonger).toEqual([])
      }),
    )
  })
})

/** Each two of an order, the one in front first. */
function pairsOf(order: readonly string[], waiting: readonly Waiting[]): [Waiting, Waiting][] {
  const inOrder = order.flatMap((id) => waiting.filter((one) => one.id === id))
  return inOrder.flatMap((first, place) => inOrder.slice(place + 1).map((later): [Waiting, Waiting] => [first, later]))
}
