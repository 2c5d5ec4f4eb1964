import { dueOf, getTermBook, innerDueOn, type TermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { ShareRole } from '#db/schema/vocabulary.ts'
import { mainClock, shareClock, type MainClocked } from './appeal-clock.server.ts'
import { clockStart } from './appeal.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { clockActsOf } from './clock-acts.queries.server.ts'
import { answersPerson, isLive } from './share.ts'
import type { ShareRow } from './shares.queries.server.ts'

type Started = Pick<MainClocked, 'registeredOn' | 'reopenedOn'>

interface Clock {
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly dueAt: Date
}

/**
 * From where an appeal's own clock runs: nobody whose appeal was merged into it loses the days that theirs had run. What was
 * merged before it was reopened was answered with it.
 */
export async function countedFrom({ db }: TenantContext, appeal: Started & { id: string }): Promise<Started> {
  const merged = await db
    .selectFrom('appeal')
    .select(['registeredOn', 'reopenedOn'])
    .where('mergedInto', '=', appeal.id)
    .$if(appeal.reopenedOn !== null, (query) =>
      query.where('closedAt', '>', (where) =>
        where
          .selectFrom('reopening')
          .select(({ fn }) => fn.max('decidedAt').as('reopenedAt'))
          .where('appealId', '=', appeal.id)
          .where('decision', '=', 'reopened'),
      ),
    )
    .execute()
  const { registeredOn, reopenedOn } = appeal
  const [first] = [{ registeredOn, reopenedOn }, ...merged].toSorted((a, b) =>
    clockStart(a).day.localeCompare(clockStart(b).day),
  )
  return first ?? appeal
}

/** The day (YYYY-MM-DD) from which an appeal's own clock runs. */
export const countedSince = async (ctx: TenantContext, appeal: AppealRow): Promise<string> =>
  clockStart(await countedFrom(ctx, appeal)).day

const clockedOf = async (ctx: TenantContext, appeal: AppealRow) => ({
  ...appeal,
  ...(await countedFrom(ctx, appeal)),
  acts: await clockActsOf(ctx, appeal.id),
})

/** Where the akimat's own clock of an appeal ends that nobody has. */
export async function ownDue(ctx: TenantContext, appeal: AppealRow): Promise<Clock> {
  const book = await getTermBook(ctx)
  const { dueOn, dueAt } = dueOf(book, mainClock(book, await clockedOf(ctx, appeal)))
  return { dueOn, dueAt }
}

/** The clocks of shares that are given now. */
export async function clocksNow(ctx: TenantContext, appeal: AppealRow, given: readonly ShareRow[]) {
  const shares = given.filter(({ round }) => round === appeal.round)
  const book = await getTermBook(ctx)
  const givenOn = wallClockParts(ctx.clock.now(), book.hours.timeZone).day
  // Who leads keeps the clock as it stands: it may have been moved by an act since it was counted.
  const leading = shares.find((share) => share.role === 'lead' && isLive(share))
  const outside = shares.some((share) => share.role === 'own' && answersPerson(share) && share.withdrawnAt === null)
  const clocked = await clockedOf(ctx, appeal)
  const lead = leading ?? (outside ? dueOf(book, mainClock(book, clocked)) : appeal)
  return (role: ShareRole): Clock => {
    const { dueOn, dueAt } = dueNow(book, clocked, { role, givenOn, now: ctx.clock.now() }, lead)
    return { dueOn, dueAt }
  }
}

/** When a share is due that is given now: a lead's clock is the main one, and a co-executor's ends before it. */
function dueNow(
  book: TermBook,
  appeal: MainClocked,
  { role, givenOn, now }: { readonly role: ShareRole; readonly givenOn: string; readonly now: Date },
  lead: Clock,
): Clock {
  if (role === 'own') return dueOf(book, shareClock(book, appeal, { id: '', role, assignedAt: now }))
  return role === 'co' ? innerDueOn(book, lead.dueOn, givenOn) : lead
}
