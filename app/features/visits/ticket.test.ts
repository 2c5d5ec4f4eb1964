import { describe, expect, it } from 'vitest'
import { isOver, openTo, ticketAllows, ticketLabel, type TicketAct } from './ticket.ts'

const statuses = ['waiting', 'called', 'serving', 'held', 'served', 'missed', 'withdrawn'] as const
const acts = Object.keys(openTo) as TicketAct[]

describe('the life of a ticket', () => {
  it('allows in each status what the table says and nothing else', () => {
    const allowed = Object.fromEntries(
      statuses.map((status) => [status, acts.filter((act) => ticketAllows(act, { status }))]),
    )
    expect(allowed).toEqual({
      waiting: ['call', 'comeBack', 'withdraw'],
      called: ['recall', 'start', 'miss', 'sendAway'],
      serving: ['hold', 'sendAway', 'handOver', 'finish'],
      held: ['resume', 'sendAway', 'handOver', 'finish'],
      served: [],
      missed: [],
      withdrawn: [],
    })
  })

  it('is over where nothing can be done any more', () => {
    for (const status of statuses) expect(isOver(status)).toBe(acts.every((act) => !ticketAllows(act, { status })))
  })

  it('is called by a letter and three digits, and by more on a long day', () => {
    expect(ticketLabel({ letter: 'B', number: 7 })).toBe('B007')
    expect(ticketLabel({ letter: 'B', number: 1204 })).toBe('B1204')
  })
})
