import { listCountry, type CountryRegion } from '#app/features/regions/public.server.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { formatNumber, formatShare } from '#app/core/i18n/numbers.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { nationalZone } from './figure.ts'
import { readFigures, Sums, type RegionSums } from './figures.queries.server.ts'
import { lastDayOf, monthsOf } from './period.ts'
import type { OversightQuery } from './oversight-query.ts'
import { fewest, hiddenCells, medianOf } from './statistics.ts'

/** A figure as it is written; `value` is missing where nothing is known or nothing may be told. */
export interface Shown {
  readonly text: string
  readonly value?: number
}

/** A line of the table: a region of the country, connected or not. */
export interface RegionLine extends Pick<CountryRegion, 'slug' | 'name' | 'short' | 'tile'> {
  readonly connected: boolean
  readonly figures: Readonly<Record<FigureName, Shown>>
  readonly lastEvent: string
}

export type FigureName = 'received' | 'open' | 'answered' | 'onTime' | 'median' | 'perThousand'

/** What a count is made of. */
interface Breakdown {
  readonly name: 'channel' | 'intent' | 'outcome' | 'rating'
  readonly total: string
  readonly parts: readonly (Shown & { readonly name: string })[]
}

const nothing: Shown = { text: '–' }
const tooFew: Shown = { text: `<${fewest}` }

/** Everything of the page in the asker's language. Throws ForbiddenError for who may not compare regions. */
export async function viewOversight(ctx: PlatformContext, query: OversightQuery) {
  const { locale } = ctx
  const months = monthsOf(query.period, wallClockParts(ctx.clock.now(), nationalZone).day)
  const found = await readFigures(ctx, months)
  const country = await listCountry(locale)
  const connected = [...found.values()]
  const whole = { sums: new Sums(), population: connected.reduce((sum, region) => sum + region.population, 0) }
  for (const { sums } of connected) whole.sums.addAll(sums)
  const chosen = query.region === undefined ? undefined : found.get(query.region)
  const moment = (at: Date | undefined) => (at ? formatMoment(at, nationalZone) : undefined)
  const proofs = connected.map(({ provedAt }) => provedAt)
  return {
    query,
    days: { from: formatDay(months.from), until: formatDay(lastDayOf(months)) },
    country: figuresOf(whole, locale),
    forwarded: formatNumber(whole.sums.total('forwarded'), locale),
    withdrawn: formatNumber(whole.sums.total('withdrawn'), locale),
    reopened: formatNumber(whole.sums.total('reopened'), locale),
    answers: answersOf(whole.sums),
    lines: inOrder(
      country.map((region) => lineOf(region, found.get(region.slug), locale)),
      query,
    ),
    breakdown: {
      region: chosen && country.find(({ slug }) => slug === query.region)?.name,
      groups: breakdownsOf(
        ctx,
        connected.map(({ sums }) => sums),
        chosen?.sums ?? whole.sums,
      ),
    },
    freshness: {
      lastEvent: moment(latest(connected.map(({ lastEventAt }) => lastEventAt))),
      // Of what was proved longest ago: the figures are no better than that.
      provedAt: proofs.includes(undefined) ? undefined : moment(proofs.toSorted(byTime)[0]),
      differences: connected.reduce((sum, { differences }) => sum + differences, 0),
    },
  }
}

export type OversightView = Awaited<ReturnType<typeof viewOversight>>
type Locale = PlatformContext['locale']

const byTime = (a: Date | undefined, b: Date | undefined) => (a?.getTime() ?? 0) - (b?.getTime() ?? 0)
const latest = (moments: readonly (Date | undefined)[]) => moments.toSorted(byTime).at(-1)

function figuresOf(
  { sums, population }: Pick<RegionSums, 'sums' | 'population'>,
  locale: Locale,
): RegionLine['figures'] {
  const [received, answered] = [sums.total('received'), sums.total('answered')]
  const count = (value: number, digits = 0): Shown => ({ value, text: formatNumber(value, locale, digits) })
  const overAnswers = (shown: () => Shown) => (answered === 0 ? nothing : answered < fewest ? tooFew : shown())
  return {
    received: count(received),
    // While its registration is still on the way, an answer can be counted alone.
    open: count(Math.max(sums.open, 0)),
    answered: count(answered),
    onTime: overAnswers(() => {
      const share = sums.total('answeredOnTime') / answered
      return { value: Math.round(share * 100), text: formatShare(share, locale) }
    }),
    median: overAnswers(() => {
      const days = new Map([...sums.parts('answerDays')].map(([part, times]) => [Number(part), times]))
      return count(medianOf(days) ?? 0, 1)
    }),
    perThousand: population > 0 ? count((received / population) * 1000, 2) : nothing,
  }
}

/** Answers on time and late; undefined where there are none, or one of the two is so small that it could point at people. */
function answersOf(sums: Sums): { onTime: number; late: number } | undefined {
  const onTime = sums.total('answeredOnTime')
  const late = sums.total('answered') - onTime
  return onTime + late === 0 ||
    hiddenCells([[onTime, late]])
      .flat()
      .includes(true)
    ? undefined
    : { onTime, late }
}

function lineOf(region: CountryRegion, known: RegionSums | undefined, locale: Locale): RegionLine {
  const { slug, name, short, tile } = region
  const none = { received: nothing, open: nothing, answered: nothing, onTime: nothing, median: nothing }
  return {
    slug,
    name,
    short,
    tile,
    connected: known !== undefined,
    figures: known ? figuresOf(known, locale) : { ...none, perThousand: nothing },
    lastEvent: known?.lastEventAt ? formatMoment(known.lastEventAt, nationalZone) : nothing.text,
  }
}

/** What is not shown comes last, whichever way: its place would tell what it hides. */
function inOrder(lines: readonly RegionLine[], { sort, order }: OversightQuery): RegionLine[] {
  if (sort === 'name') return order === 'desc' ? lines.toReversed() : [...lines]
  const valueOf = (line: RegionLine) => line.figures[sort].value
  const shown = lines.filter((line) => valueOf(line) !== undefined)
  const sorted = shown.toSorted((a, b) => (valueOf(a) ?? 0) - (valueOf(b) ?? 0))
  return [...(order === 'desc' ? sorted.toReversed() : sorted), ...lines.filter((line) => valueOf(line) === undefined)]
}

const breakdowns = [
  { name: 'channel', measure: 'received', known: ['portal', 'hall', 'hotline', 'mail', 'post'] },
  { name: 'intent', measure: 'intent', known: ['question', 'problem', 'request', 'suggestion', 'complaint'] },
  { name: 'outcome', measure: 'answered', known: ['satisfied', 'partlySatisfied', 'refused', 'explained'] },
  { name: 'rating', measure: 'rated', known: ['solved', 'partly', 'notSolved'] },
] as const

/** What the counts of `chosen` are made of: one of the regions, or the sum of them all. */
function breakdownsOf({ t, locale }: PlatformContext, regions: readonly Sums[], chosen: Sums): Breakdown[] {
  return breakdowns.map(({ name, measure, known }) => {
    const asked = [...regions, chosen].flatMap((sums) => [...sums.parts(measure).keys()])
    const others = [...new Set(asked)].filter((part) => !(known as readonly string[]).includes(part)).toSorted()
    const all = [...known, ...others]
    // Regions are judged together: what one of them hides must not be the sum less what the others show.
    const judged = regions.includes(chosen) ? regions : [chosen]
    const table = judged.map((sums) => all.map((part) => sums.parts(measure).get(part) ?? 0))
    const hidden = hiddenCells(table)[judged.indexOf(chosen)] ?? []
    const shown = (appeals: number, position: number): Shown => {
      if (!hidden[position]) return { text: formatNumber(appeals, locale), value: appeals }
      // One of five or more that hides its neighbour is not said to be small.
      return appeals < fewest ? tooFew : nothing
    }
    return {
      name,
      total: formatNumber(chosen.total(measure), locale),
      parts: all.map((part, position) => ({
        name: others.includes(part) ? part : t(`oversight:${name}.${part}`),
        ...shown(chosen.parts(measure).get(part) ?? 0, position),
      })),
    }
  })
}
