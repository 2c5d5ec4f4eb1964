import { z } from 'zod'
import type { Facts } from '#db/schema/core.ts'
import type { Measure } from '#db/schema/national.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'

/** An event of a region as its journal keeps it. */
export interface FactEvent {
  readonly id: string
  readonly event: string
  readonly at: Date
  readonly facts: Facts
}

/** One place that is counted at; see `appeal_figure`. */
export interface Cell {
  /** YYYY-MM-DD, the first of the month. */
  readonly month: string
  readonly measure: Measure
  readonly part: string
}

/** So many appeals stand in a cell. */
export interface Figure extends Cell {
  readonly appeals: number
}

/** Months of all regions are told by one clock: the country has one zone. */
export const nationalZone = 'Asia/Almaty'

const registered = z.object({ channel: z.string(), intent: z.string(), registeredOn: z.iso.date() })
const forwarded = z.object({ level: z.string() })
const answered = z.object({
  outcome: z.string(),
  onTime: z.boolean(),
  days: z.int().nonnegative(),
  again: z.boolean().optional(),
})
/** One that was merged before goes along with it, and is counted no more. */
const merged = z.object({ newly: z.literal(true) })
const rated = z.object({ meaning: z.string() })

const firstOf = (day: string) => `${day.slice(0, 7)}-01`
const monthOf = (at: Date) => firstOf(wallClockParts(at, nationalZone).day)

function received({ facts }: FactEvent): readonly Cell[] {
  const known = registered.safeParse(facts).data
  if (!known) return []
  const month = firstOf(known.registeredOn)
  return [
    { month, measure: 'received', part: known.channel },
    { month, measure: 'intent', part: known.intent },
  ]
}

/**
 * Event name to the cells it adds one appeal to. A cell depends on its event alone, so that figures are sums over a set
 * of events: the same in whatever order these come. An event from before there were facts adds nothing.
 */
const counted: Readonly<Record<string, (event: FactEvent) => readonly Cell[]>> = {
  'appeal.registered': received,
  'appeal.imported': received,
  'appeal.forwarded': ({ at, facts }) => {
    const known = forwarded.safeParse(facts).data
    return known ? [{ month: monthOf(at), measure: 'forwarded', part: known.level }] : []
  },
  'appeal.answered': ({ at, facts }) => {
    const known = answered.safeParse(facts).data
    if (!known) return []
    const month = monthOf(at)
    // It counted as answered before it was reopened.
    if (known.again) return [{ month, measure: 'answeredAgain', part: known.outcome }]
    return [
      { month, measure: 'answered', part: known.outcome },
      { month, measure: 'answerDays', part: String(known.days) },
      ...(known.onTime ? [{ month, measure: 'answeredOnTime' as const, part: '' }] : []),
    ]
  },
  'appeal.rated': ({ at, facts }) => {
    const known = rated.safeParse(facts).data
    return known ? [{ month: monthOf(at), measure: 'rated', part: known.meaning }] : []
  },
  'appeal.reopened': ({ at }) => [{ month: monthOf(at), measure: 'reopened', part: '' }],
  'appeal.merged': ({ at, facts }) =>
    merged.safeParse(facts).success ? [{ month: monthOf(at), measure: 'merged', part: '' }] : [],
  'appeal.unmerged': ({ at }) => [{ month: monthOf(at), measure: 'unmerged', part: '' }],
  'appeal.withdrawn': ({ at }) => [{ month: monthOf(at), measure: 'withdrawn', part: '' }],
  'appeal.terminated': ({ at }) => [{ month: monthOf(at), measure: 'ended', part: 'terminated' }],
  'appeal.leftUnconsidered': ({ at }) => [{ month: monthOf(at), measure: 'ended', part: 'leftUnconsidered' }],
}

/** Names of the events that figures are made of. */
export const countedEvents: readonly string[] = Object.keys(counted)

const keyOf = ({ month, measure, part }: Cell) => `${month} ${measure} ${part}`

/** Figures that grow by events, each of which must be told once. */
export class Tally {
  readonly #figures = new Map<string, Figure>()
  #lastEventAt: Date | undefined

  add(events: readonly FactEvent[]): void {
    for (const event of events) {
      for (const cell of counted[event.event]?.(event) ?? []) {
        const key = keyOf(cell)
        this.#figures.set(key, { ...cell, appeals: (this.#figures.get(key)?.appeals ?? 0) + 1 })
      }
      if (!this.#lastEventAt || event.at > this.#lastEventAt) this.#lastEventAt = event.at
    }
  }

  /** In one order for everybody who writes them. */
  figures(): Figure[] {
    return [...this.#figures.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure)
  }

  /** When the youngest of the events happened. */
  lastEventAt(): Date | undefined {
    return this.#lastEventAt
  }
}

/** Every cell in which two lists of figures disagree, in words for the operator. */
export function differencesOf(found: readonly Figure[], right: readonly Figure[]): string[] {
  const [one, other] = [found, right].map(
    (figures) => new Map(figures.map((figure) => [keyOf(figure), figure.appeals])),
  )
  const keys = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])].toSorted()
  return keys
    .filter((key) => one?.get(key) !== other?.get(key))
    .map((key) => `${key.trim()}: ${one?.get(key) ?? 0}, by the journal ${other?.get(key) ?? 0}`)
}
