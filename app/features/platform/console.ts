import type { TenantStatus } from '#db/schema/control.ts'

/** What the list of regions is narrowed to: a state, copies that keep silent, or regions that something is wrong with. */
export const consoleStates = ['active', 'suspended', 'archived', 'muted', 'trouble'] as const
export type ConsoleState = (typeof consoleStates)[number]

/** What the address asks of the list of regions. */
export interface ConsoleWish {
  readonly search: string
  readonly state: ConsoleState | undefined
  /** The short name that the page comes after; none on the first. */
  readonly after: string
}

/** Reads it; anything unheard-of is what one sees first. */
export function consoleWishOf(request: Request): ConsoleWish {
  const query = new URL(request.url).searchParams
  return {
    search: (query.get('search') ?? '').trim().slice(0, 100),
    state: consoleStates.find((state) => state === query.get('state')),
    after: (query.get('after') ?? '').slice(0, 60),
  }
}

/** What may be wrong with a region, the worst first. */
const troubles = ['behind', 'stale', 'waiting', 'lostJobs', 'failedNotices'] as const
export type Trouble = (typeof troubles)[number]

/** Events and jobs are dealt with in seconds: what is older than this, minutes, waits for something that does not come. */
export const waitsTooLong = 10
/** Figures are taken every five minutes: older ones say that the worker rests. */
export const staleAfter = 20

export interface Vital {
  readonly takenAt: Date | null
  readonly stepsBehind: number | null
  readonly oldestEventAt: Date | null
  readonly oldestJobAt: Date | null
  readonly lostJobs: number | null
  readonly failedNotices: number | null
}

/** What is wrong with a region at `now`, by its last figures. A copy that keeps silent and an archived region wait by right. */
export function troublesOf(vital: Vital, region: { status: TenantStatus; muted: boolean }, now: Date): Trouble[] {
  if (region.status === 'archived') return []
  const olderThan = (at: Date | null, minutes: number) => at !== null && now.getTime() - at.getTime() > minutes * 60_000
  const found: Record<Trouble, boolean> = {
    behind: (vital.stepsBehind ?? 0) > 0,
    stale: vital.takenAt === null || olderThan(vital.takenAt, staleAfter),
    waiting: !region.muted && (agedAtTaking(vital.oldestEventAt, vital) || agedAtTaking(vital.oldestJobAt, vital)),
    lostJobs: (vital.lostJobs ?? 0) > 0,
    failedNotices: (vital.failedNotices ?? 0) > 0,
  }
  return troubles.filter((trouble) => found[trouble])
}

/** By the time the figures were taken: what waited then may be done by now. */
const agedAtTaking = (at: Date | null, { takenAt }: Vital) =>
  at !== null && takenAt !== null && takenAt.getTime() - at.getTime() > waitsTooLong * 60_000
