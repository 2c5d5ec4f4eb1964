import { explainClock, startRuleOf, type ClockExplained, type TermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { ofLastRound } from './share.ts'
import { appealClock, shareClock, type ClockedAppeal, type ClockedShare } from './appeal-clock.server.ts'
import { groundOf } from './clock-acts.queries.server.ts'

/** How every date of an appeal came about: the overall one, and each body's that has it now. */
export interface ExplainedClocks {
  readonly overall: ClockExplained | undefined
  readonly bodies: readonly { readonly id: string; readonly agency: string; readonly clock: ClockExplained }[]
}

interface Clocks {
  readonly appeal: Omit<ClockedAppeal, 'acts'> & { readonly receivedAt: Date }
  readonly clockActs: ClockedAppeal['acts']
  readonly assignments: readonly (ClockedShare & { readonly agencyId: string; readonly withdrawnAt: Date | null })[]
  readonly agencies: Readonly<Record<string, string>>
}

/** Counts all dates of an appeal once more; one that comes out otherwise was set by something else and is left out. */
export function explainClocks(
  ctx: Pick<TenantContext, 't' | 'locale'>,
  book: TermBook,
  { appeal: counted, clockActs, assignments, agencies }: Clocks,
): ExplainedClocks {
  const appeal = {
    ...counted,
    acts: clockActs.map((act) => ({ ...act, step: { ...act.step, ground: groundOf(ctx, act.step.ground) } })),
  }
  const open = ofLastRound(assignments).filter(({ withdrawnAt }) => withdrawnAt === null)
  const rule = startRuleOf(book, appeal.receivedAt, appeal.registeredOn)
  const explain = (clock: ReturnType<typeof shareClock>, dueOn: string) =>
    explainClock(
      ctx,
      book,
      clock.map((step) => (step.kind === 'start' && step.rule === 'received' ? { ...step, rule } : step)),
      { dueOn, receivedAt: appeal.receivedAt },
    )
  return {
    overall: explain(appealClock(book, appeal, open), appeal.dueOn),
    bodies: open.flatMap((share) => {
      const clock = explain(shareClock(book, appeal, share), share.dueOn)
      return clock ? [{ id: share.id, agency: agencies[share.agencyId] ?? '', clock }] : []
    }),
  }
}
