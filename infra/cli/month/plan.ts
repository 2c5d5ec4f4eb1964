import type { Intent, Outcome } from '#db/schema/vocabulary.ts'
import { chanceOf, type Chance } from './chance.ts'
import { inventPerson, type InventedPerson } from './people.ts'
import stories from './stories.json' with { type: 'json' }

/** What happens to a planned contact after it came; each is one command of the product. */
export type PlannedAct =
  | { readonly act: 'classify' | 'give' | 'sign' }
  | { readonly act: 'draft'; readonly text: string }
  | { readonly act: 'submit'; readonly outcome: Outcome; readonly text: string }
  | { readonly act: 'return' | 'note' | 'inform' | 'withdraw'; readonly text: string }
  | { readonly act: 'contest' | 'keep' | 'redirect'; readonly text: string }
  /** With a part for another body of the akimat, and one for a body outside. */
  | { readonly act: 'split'; readonly text: string; readonly outside: string }
  | { readonly act: 'coSubmit' | 'byLink'; readonly text: string }
  | { readonly act: 'coSign' }

/** One contact of the month, invented. */
export interface PlannedContact {
  readonly at: Date
  /** Slug of a category of the region. */
  readonly category: string
  readonly intent: Intent
  readonly language: 'kk' | 'ru'
  readonly text: string
  readonly address: string
  readonly person: InventedPerson
  /** Whether the answer goes by mail; others come for it or are called. */
  readonly byMail: boolean
}

/** A contact's arrival or an act on it, in the order of the clock. */
interface PlannedMoment {
  readonly at: Date
  readonly contact: number
  readonly what: { readonly act: 'file' } | PlannedAct
}

interface MonthOptions {
  readonly region: 'almaty' | 'shymkent'
  readonly contacts: number
  /** Slugs of the region's categories. */
  readonly categories: readonly string[]
  /** The month ends here; what would come later has not happened yet. */
  readonly now: Date
}

const hour = 3_600_000
const day = 24 * hour
/** Kazakhstan's wall clock. */
const zone = 5 * hour

/** Asked about more than other things: transport, heat, roads and yards. */
const frequent = [
  'timetable-breach',
  'route-change',
  'heating',
  'road-surface',
  'street-lighting',
  'cleaning-snow',
  'lift',
]

const outcomesByFrequency = [
  'satisfied',
  'satisfied',
  'explained',
  'explained',
  'partlySatisfied',
  'refused',
] as const satisfies readonly Outcome[]

/** A month of invented contacts over all states, the same for the same region and size. */
export function planMonth({ region, contacts, categories, now }: MonthOptions): {
  contacts: PlannedContact[]
  moments: PlannedMoment[]
} {
  const chance = chanceOf(region.length * 7919 + contacts)
  const known = categories.filter((slug) => slug in stories.stories)
  const often = frequent.filter((slug) => known.includes(slug))
  const planned = Array.from({ length: contacts }, () =>
    planContact(chance, region, chance.percent(45) ? chance.pick(often) : chance.pick(known), now),
  )
  const moments = planned.flatMap((contact, index) => [
    { at: contact.at, contact: index, what: { act: 'file' } as const },
    ...lifeOf(chance, contact).map(({ at, what }) => ({ at, contact: index, what })),
  ])
  return {
    contacts: planned,
    moments: moments.filter(({ at }) => at < now).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  }
}

function planContact(chance: Chance, region: 'almaty' | 'shymkent', category: string, now: Date): PlannedContact {
  const story = stories.stories[category as keyof typeof stories.stories]
  const language = chance.percent(55) ? 'kk' : 'ru'
  const numbers: Readonly<Record<string, number>> = {
    n: chance.between(2, 4),
    route: chance.between(2, 141),
    h: chance.between(6, 9),
  }
  return {
    at: inDaylight(chance, new Date(now.getTime() - chance.next() * 31 * day)),
    category,
    intent: story.intent as Intent,
    language,
    text: story[language].replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name])),
    address: addressOf(chance, region, language),
    person: inventPerson(chance),
    byMail: chance.percent(20),
  }
}

function addressOf(chance: Chance, region: 'almaty' | 'shymkent', language: 'kk' | 'ru'): string {
  const { city, ...streets } = stories.streets[region]
  const flat = { kk: 'пәтер', ru: 'кв.' }[language]
  const house = `${chance.between(1, 180)}, ${flat} ${chance.between(1, 90)}`
  return `${city[language]}, ${chance.pick(streets[language])}, ${house}`
}

/** What becomes of it: most are answered in a week or two, some wait, a few are late, a few are taken back. */
function lifeOf(chance: Chance, { at, language }: PlannedContact): { at: Date; what: PlannedAct }[] {
  const life: { at: Date; what: PlannedAct }[] = []
  let clock = at
  const later = (fromHours: number, toHours: number, what: PlannedAct) => {
    clock = atWork(chance, new Date(clock.getTime() + (fromHours + chance.next() * (toHours - fromHours)) * hour))
    life.push({ at: clock, what })
  }
  const { remarks } = stories
  if (chance.percent(4)) {
    later(4, 96, { act: 'withdraw', text: remarks.withdraw[language] })
    return life
  }
  later(1, 20, { act: 'classify' })
  later(0.2, 24, { act: 'give' })
  if (chance.percent(7)) later(20, 80, { act: 'inform', text: remarks.information[language] })
  if (chance.percent(20)) later(4, 60, { act: 'note', text: remarks.note[language] })
  // Of a hundred a dozen went to the wrong body, or say so, and a tenth of the others are for several.
  const contested = chance.percent(12)
  if (contested) {
    later(2, 30, { act: 'contest', text: remarks.notOurs[language] })
    const decision = chance.percent(60) ? ('redirect' as const) : ('keep' as const)
    later(2, 70, { act: decision, text: remarks[decision][language] })
  }
  if (!contested && chance.percent(10)) {
    later(0.1, 2, { act: 'split', text: remarks.part[language], outside: remarks.outsidePart[language] })
    later(20, 90, { act: 'coSubmit', text: remarks.coAnswer[language] })
    later(1, 20, { act: 'coSign' })
    later(10, 90, { act: 'byLink', text: stories.answers[language].explained })
  }
  // A few lie: they are overdue today, or are answered late.
  const lies = chance.percent(7)
  const outcome = chance.pick(outcomesByFrequency)
  const text = stories.answers[language][outcome]
  later(lies ? 480 : 24, lies ? 700 : 260, { act: 'draft', text: text.slice(0, 120) })
  later(0.5, 30, { act: 'submit', outcome, text })
  if (chance.percent(14)) {
    later(1, 20, { act: 'return', text: remarks.return[language] })
    later(1, 30, { act: 'draft', text })
    later(0.2, 6, { act: 'submit', outcome, text })
  }
  later(1, 30, { act: 'sign' })
  return life
}

/** People write from seven in the morning to eleven at night. */
function inDaylight(chance: Chance, at: Date): Date {
  return withHour(at, chance.between(7, 22), chance)
}

/** The same day or the next working one, between nine and half past six. */
function atWork(chance: Chance, at: Date): Date {
  const wall = new Date(at.getTime() + zone)
  const isLate = wall.getUTCHours() >= 18
  let moved = isLate ? new Date(at.getTime() + day) : at
  while ([0, 6].includes(new Date(moved.getTime() + zone).getUTCDay())) moved = new Date(moved.getTime() + day)
  const hours = new Date(moved.getTime() + zone).getUTCHours()
  // Never earlier than asked for: an answer does not come before its draft.
  return moved === at && hours >= 9 ? at : withHour(moved, moved === at ? 9 : chance.between(9, 10), chance)
}

function withHour(at: Date, hours: number, chance: Chance): Date {
  const wall = new Date(at.getTime() + zone)
  wall.setUTCHours(hours, chance.between(0, 59), chance.between(0, 59), chance.between(0, 999))
  return new Date(wall.getTime() - zone)
}
