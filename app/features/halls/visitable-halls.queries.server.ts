import { getPresent } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { listHalls } from './halls.queries.server.ts'
import { isOpenAt, openingGroups } from './opening.ts'

/** A hall as a visitor needs it, ready to be read. */
export interface VisitableHall {
  readonly id: string
  readonly name: string
  readonly address: string
  /** "Mon–Fri 09:00–18:30" */
  readonly hours: readonly string[]
  readonly isOpen: boolean
  readonly agencies: readonly string[]
}

/** Where people may come, when, and whether now. */
export async function listVisitableHalls(ctx: TenantContext): Promise<VisitableHall[]> {
  const halls = await listHalls(ctx)
  if (halls.length === 0) return []
  const present = await getPresent(ctx)
  const named = (day: string) => ctx.t(`halls:weekday.${day}`)
  return halls.map(({ id, name, address, opening, agencies }) => ({
    id,
    name,
    address,
    hours: openingGroups(opening).map(({ first, last, from, to }) => {
      const days = first === last ? named(first) : `${named(first)}–${named(last)}`
      return `${days} ${from}–${to}`
    }),
    isOpen: isOpenAt(opening, present),
    agencies,
  }))
}
