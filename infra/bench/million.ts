import type pg from 'pg'
import { fillVaried, fourYears } from './fill-varied.ts'
import { openHouse, type BenchRegion, type HousePlan } from './house.ts'
import type { Visitor } from './visitor.ts'

/**
 * A region with the appeals of four years of a large city, and one with a hundredth of them. In that one half are open and
 * all came in four months, so that its lists fill a page too: a short page beside a full one would measure the rows on it.
 */
const plan: HousePlan = {
  sizes: { almaty: 1_000_000, shymkent: 10_000 },
  fill: (client, schema, appealId, count) =>
    fillVaried(client, schema, appealId, count, count > 10_000 ? fourYears : { days: 120, open: 1 / 2 }),
}

/** So many that five slow rounds of a busy machine do not make a p95. */
const rounds = 100

/** How long the answers of one page took, milliseconds. */
interface Times {
  readonly p50: number
  readonly p95: number
}

/** The same page in either region, asked in turn, so that whatever else the machine does meets both alike. */
interface Compared {
  readonly page: string
  readonly million: Times
  readonly tenThousand: Times
  /** How many appeals stand on the page: a long one is no fair measure of a short one. */
  readonly rows: readonly [million: number, tenThousand: number]
}

export interface MillionReport {
  /** Every view, and each with every filter alone. */
  readonly pages: readonly Compared[]
  readonly opening: Compared
  /** Searches of every kind, milliseconds. */
  readonly searches: readonly { readonly page: string; readonly p95: number }[]
  /** Filters in pairs, each once: the longest page, and how many said that the list must be narrowed. */
  readonly pairs: { readonly asked: number; readonly slowest: number; readonly narrowed: number }
  /** Tables of many rows that were read from end to end while all this was asked. */
  readonly wholeReads: Readonly<Record<string, number>>
}

/** Measures lists, searches and an appeal's page with a million appeals beside ten thousand. */
export async function measureMillion(say: (line: string) => void): Promise<MillionReport> {
  const house = await openHouse(say, plan)
  try {
    const { big, small, superuser } = house
    const before = await wholeReads(superuser)
    const pages: Compared[] = []
    const bigFilters = await filtersOf(superuser, 't_almaty')
    const smallFilters = await filtersOf(superuser, 't_shymkent')
    for (const view of ['todo', 'open', 'overdue', 'closed', 'all']) {
      say(view)
      for (const [at, filter] of bigFilters.entries()) {
        const of = (query = '') => `/desk?view=${view}&${query}`
        const pair = await compared(big, of(filter.query), small, of(smallFilters[at]?.query))
        pages.push({ page: `${view} ${filter.name}`.trim(), ...pair })
      }
    }
    const [bigOne, smallOne] = [`/desk/appeals/${big.appeal.id}`, `/desk/appeals/${small.appeal.id}`]
    const opening = { page: 'an appeal', ...(await compared(big, bigOne, small, smallOne)) }
    say('searches')
    const searches = []
    for (const q of searched)
      searches.push({ page: q, p95: await p95(big, `/desk?view=all&q=${encodeURIComponent(q)}`) })
    say('pairs')
    const pairs = await askPairs(big, bigFilters)
    const after = await wholeReads(superuser)
    const read = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const)
    return { pages, opening, searches, pairs, wholeReads: Object.fromEntries(read) }
  } finally {
    await house.stop()
  }
}

/** A number, a telephone, names, words that are rare, common, together, apart, misspelt and nowhere. */
const searched = [
  '75-20-000777',
  '+7 701 000 07 77',
  'Сынакова',
  'канализация',
  'канлизация',
  'автобус',
  'автобус кестеге',
  'жарык шамдар',
  'лифт не работает',
  'су',
  'тобесинен',
  'ешкандайсоз',
  '999123',
]

interface Filter {
  readonly name: string
  readonly query: string
}

async function filtersOf(client: pg.Client, schema: string): Promise<Filter[]> {
  const someId = async (table: string) =>
    (await client.query<{ id: string }>(`select id from ${schema}.${table} order by position limit 1 offset 4`)).rows[0]
      ?.id
  const named = (name: string, values: readonly string[]) =>
    values.map((value) => ({ name: `${name}=${value}`, query: `${name}=${value}` }))
  return [
    { name: '', query: '' },
    ...named('state', [
      'registered',
      'assigned',
      'forwarded',
      'contested',
      'awaitingSignature',
      'answered',
      'withdrawn',
    ]),
    ...named('kind', ['application', 'complaint', 'response']),
    ...named('language', ['kk', 'en']),
    ...named('due', ['overdue', 'today', 'week']),
    ...named('days', ['10']),
    { name: 'category', query: `category=${await someId('category')}` },
    { name: 'district', query: `district=${await someId('district')}` },
    { name: 'agency', query: `agency=${await someId('agency')}` },
    ...named('mine', ['yes']),
  ]
}

async function compared(big: BenchRegion, bigPath: string, small: BenchRegion, smallPath: string) {
  const [million, tenThousand]: [number[], number[]] = [[], []]
  let rows: Compared['rows'] = [0, 0]
  for (let round = -3; round < rounds; round += 1) {
    const [one, other] = [await timed(big.dispatcher, bigPath), await timed(small.dispatcher, smallPath)]
    if (round < 0) continue
    million.push(one.milliseconds)
    tenThousand.push(other.milliseconds)
    rows = [rowsOn(one.bytes), rowsOn(other.bytes)]
  }
  return { million: timesOf(million), tenThousand: timesOf(tenThousand), rows }
}

/** Appeals that a list links to. */
const rowsOn = (page: Buffer) => new Set(page.toString().match(/\/desk\/appeals\/[0-9a-f-]{36}/g)).size

async function p95({ dispatcher }: BenchRegion, path: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push((await timed(dispatcher, path)).milliseconds)
  return timesOf(times).p95
}

function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

async function timed(visitor: Visitor, path: string) {
  const began = performance.now()
  const { status, bytes } = await visitor.ask(path)
  const milliseconds = performance.now() - began
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
  return { milliseconds, bytes }
}

async function askPairs(region: BenchRegion, filters: readonly Filter[]) {
  const pairs = filters.flatMap((one, at) =>
    filters
      .slice(at + 1)
      .filter((other) => one.query !== '' && one.query.split('=')[0] !== other.query.split('=')[0])
      .map((other) => `${one.query}&${other.query}`),
  )
  const asked = ['open', 'closed', 'all'].flatMap((view) => pairs.map((pair) => `/desk?view=${view}&${pair}`))
  const sorted = ['open', 'closed', 'all'].flatMap((view) =>
    ['due', '-received', 'number'].flatMap((sort) =>
      filters.map(({ query }) => `/desk?view=${view}&sort=${sort}&${query}`),
    ),
  )
  let [slowest, narrowed] = [0, 0]
  for (const path of [...asked, ...sorted]) {
    const { milliseconds, bytes } = await timed(region.dispatcher, path)
    slowest = Math.max(slowest, milliseconds)
    if (bytes.includes(tooWide)) narrowed += 1
  }
  return { asked: asked.length + sorted.length, slowest, narrowed }
}

/** What a list says that must be narrowed, in the dispatcher's language. */
const tooWide = 'Жолданым тым көп'

async function wholeReads(client: pg.Client): Promise<Record<string, number>> {
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ name: string; count: string }>(
    `select schemaname || '.' || relname as name, seq_scan as count from pg_stat_user_tables
      where schemaname = 't_almaty' and relname in ('appeal', 'appeal_text', 'applicant', 'assignment')`,
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]))
}

/** The report as lines for people; what misses its mark is marked. */
export function millionReport({ pages, opening, searches, pairs, wholeReads }: MillionReport): string {
  const cell = (number: number, width = 9) => number.toFixed(1).padStart(width)
  const line = ({ page, million, tenThousand, rows }: Compared) => {
    const [p50, p95] = [million.p50 / tenThousand.p50, million.p95 / tenThousand.p95]
    const times = [million.p50, tenThousand.p50, million.p95, tenThousand.p95].map((time) => cell(time)).join('')
    const ratios = [p50, p95].map((ratio) => ratio.toFixed(2).padStart(7)).join('')
    const mark = p95 > 1.5 ? (rows[0] > rows[1] ? ' ~' : ' !') : ''
    return `${page.padEnd(30)}${times}${ratios}${rows.map((count) => String(count).padStart(6)).join('')}${mark}`
  }
  return [
    `${'milliseconds'.padEnd(30)}  p50 1 M     10 k  p95 1 M     10 k    p50    p95  rows  10 k (p95 at most 1.5; ~ fewer rows there)`,
    ...[...pages, opening].map(line),
    '',
    'searches, p95 ms (at most 300)',
    ...searches.map(({ page, p95 }) => `${page.padEnd(34)} ${p95.toFixed(1).padStart(7)}${p95 > 300 ? ' !' : ''}`),
    '',
    `filters in pairs and in every order: ${pairs.asked} pages, the slowest ${pairs.slowest.toFixed(0)} ms, ${pairs.narrowed} asked to narrow the list`,
    `read from end to end: ${JSON.stringify(wholeReads)}`,
    '',
  ].join('\n')
}
