import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import type { Measure } from '#db/schema/national.ts'
import type { Months } from './period.ts'

/** What a region, or several together, did in a period. */
export class Sums {
  readonly #parts = new Map<Measure, Map<string, number>>()
  /** Received or reopened, and neither answered nor withdrawn since, of all times. */
  open = 0

  add(measure: Measure, part: string, appeals: number): void {
    const parts = this.#parts.get(measure) ?? new Map<string, number>()
    this.#parts.set(measure, parts.set(part, (parts.get(part) ?? 0) + appeals))
  }

  addAll(other: Sums): void {
    this.open += other.open
    for (const [measure, parts] of other.#parts) for (const [part, appeals] of parts) this.add(measure, part, appeals)
  }

  parts(measure: Measure): ReadonlyMap<string, number> {
    return this.#parts.get(measure) ?? new Map()
  }

  total(measure: Measure): number {
    return [...this.parts(measure).values()].reduce((sum, appeals) => sum + appeals, 0)
  }
}

/** A connected region's figures and how fresh they are. */
export interface RegionSums {
  readonly sums: Sums
  readonly population: number
  readonly lastEventAt: Date | undefined
  readonly provedAt: Date | undefined
  readonly differences: number
}

/** How each thing that happens moves the number of open appeals. */
const moves = {
  received: 1,
  answered: -1,
  withdrawn: -1,
  ended: -1,
  reopened: 1,
  answeredAgain: -1,
  merged: -1,
  unmerged: 1,
} as const

/** Figures by slug of every connected region, all zero where nothing happened. Throws ForbiddenError. */
export async function readFigures(ctx: PlatformContext, { from, until }: Months): Promise<Map<string, RegionSums>> {
  authorize(ctx.ability, 'read', 'NationalFigures')
  return ctx.national(async (db) => {
    const regions = await db
      .selectFrom('region')
      .leftJoin('regionFreshness', 'regionFreshness.region', 'region.slug')
      .leftJoin('figureProof', 'figureProof.region', 'region.slug')
      .select(['slug', 'population', 'lastEventAt', 'provedAt', 'differences'])
      .execute()
    const found = new Map(
      regions.map(({ slug, population, lastEventAt, provedAt, differences }) => [
        slug,
        {
          sums: new Sums(),
          population,
          lastEventAt: lastEventAt ?? undefined,
          provedAt: provedAt ?? undefined,
          differences: differences ?? 0,
        },
      ]),
    )
    const inPeriod = await db
      .selectFrom('appealFigure')
      .select(({ fn }) => ['region', 'measure', 'part', fn.sum<string>('appeals').as('appeals')])
      .where('month', '>=', from)
      .where('month', '<', until)
      .groupBy(['region', 'measure', 'part'])
      .execute()
    for (const { region, measure, part, appeals } of inPeriod)
      found.get(region)?.sums.add(measure, part, Number(appeals))
    const ever = await db
      .selectFrom('appealFigure')
      .select(({ fn }) => ['region', 'measure', fn.sum<string>('appeals').as('appeals')])
      .where('measure', 'in', Object.keys(moves) as (keyof typeof moves)[])
      .groupBy(['region', 'measure'])
      .execute()
    for (const { region, measure, appeals } of ever) {
      const sums = found.get(region)?.sums
      if (sums) sums.open += moves[measure as keyof typeof moves] * Number(appeals)
    }
    return found
  })
}
