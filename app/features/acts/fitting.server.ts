import {
  countedSince,
  isLive,
  typedNumber,
  type AppealRow,
  type ShareRow,
} from '#app/features/appeals/public.server.ts'
import { getTermBook, type TermBook } from '#app/features/calendars/public.server.ts'
import { wordProblem } from '#app/features/letters/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { Message } from '#app/core/errors.ts'
import { folded } from '#app/core/i18n/fold.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { momentOf, wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { earliestHearing, extendedUntil, latestExtension } from './act-terms.server.ts'
import { getActTerms } from './act-terms.queries.server.ts'
import type { ActRow } from './act-rows.queries.server.ts'
import type { DraftAct } from './acts.schema.ts'

/** Of an act, what it is about and says. */
export type ActWords = Pick<ActRow, 'kind' | 'ground' | 'text' | 'untilOn' | 'hearsAt' | 'place' | 'earlierAppealId'>

/** What the law asks of an act, held against the region's calendar of today. */
export interface Measures {
  readonly book: TermBook
  /** YYYY-MM-DD, on the region's wall clock. */
  readonly today: string
}

export async function getMeasures(ctx: TenantContext): Promise<Measures> {
  const book = await getTermBook(ctx)
  return { book, today: wallClockParts(ctx.clock.now(), book.hours.timeZone).day }
}

/** What a form says, as the row keeps it. The earlier appeal of a repeat is looked up by its number. */
export async function wordsOf(ctx: TenantContext, { book }: Measures, input: DraftAct): Promise<ActWords> {
  const { kind, ground, text } = input
  const none = { untilOn: null, hearsAt: null, place: null, earlierAppealId: null }
  switch (input.kind) {
    case 'extension':
      // The letter must name the day on which the term ends.
      return { ...none, kind, ground, text, untilOn: extendedUntil(book, input.until) }
    case 'suspension':
      return { ...none, kind, ground, text, untilOn: input.until }
    case 'hearing':
      return {
        ...none,
        kind,
        ground,
        text,
        hearsAt: momentOf(input.hearsOn, input.hearsTime, book.hours.timeZone),
        place: input.place,
      }
    case 'termination':
      return { ...none, kind, ground, text, earlierAppealId: await findEarlier(ctx, input.earlier) }
    default:
      return { ...none, kind, ground, text }
  }
}

async function findEarlier({ db }: TenantContext, typed: string): Promise<string | null> {
  const number = typedNumber(typed)
  if (!number) return null
  return (await db.selectFrom('appeal').select('id').where('number', '=', number).executeTakeFirst())?.id ?? null
}

/**
 * What stands against an act, by the field of its form; empty where it fits. Asked when it is drafted, approved and signed:
 * days go by in between.
 */
export async function problemsOf(
  ctx: TenantContext,
  measures: Measures,
  { appeal, share, words }: { appeal: AppealRow; share: ShareRow | undefined; words: ActWords },
): Promise<Readonly<Record<string, Message>>> {
  const text = wordProblem(ctx, appeal, words.text)
  const ofText: Record<string, Message> = text ? { text } : {}
  switch (words.kind) {
    case 'extension':
      return { ...(await extensionProblem(ctx, measures, appeal, share, words.untilOn ?? '')), ...ofText }
    case 'suspension':
      return (words.untilOn ?? '') > measures.today ? ofText : { until: { key: 'acts:error.untilPast' }, ...ofText }
    case 'hearing':
      return { ...(await hearingProblem(ctx, measures, share, words.hearsAt)), ...ofText }
    case 'termination':
      return { ...(await repeatProblem(ctx, appeal, words.earlierAppealId)), ...ofText }
    default:
      return ofText
  }
}

async function extensionProblem(
  ctx: TenantContext,
  { book, today }: Measures,
  appeal: AppealRow,
  share: ShareRow | undefined,
  until: string,
): Promise<Record<string, Message>> {
  if (!share || !isLive(share)) return { until: { key: 'acts:error.notNow' } }
  const receivedOn =
    share.role === 'own' ? wallClockParts(share.assignedAt, book.hours.timeZone).day : await countedSince(ctx, appeal)
  const latest = latestExtension(book, await getActTerms(ctx, today), receivedOn)
  // Days may have become free since it was drafted.
  const end = extendedUntil(book, until)
  if (end > latest) return { until: { key: 'acts:error.untilTooLate', values: { day: formatDay(latest) } } }
  if (end <= share.dueOn) return { until: { key: 'acts:error.untilTooEarly', values: { day: formatDay(share.dueOn) } } }
  return {}
}

async function hearingProblem(
  ctx: TenantContext,
  { book, today }: Measures,
  share: ShareRow | undefined,
  hearsAt: Date | null,
): Promise<Record<string, Message>> {
  if (!share || !hearsAt) return { hearsOn: { key: 'acts:error.notNow' } }
  const { day } = wallClockParts(hearsAt, book.hours.timeZone)
  const earliest = earliestHearing(book, await getActTerms(ctx, today), today)
  if (!book.calendar.isWorking(day)) return { hearsOn: { key: 'acts:error.hearsFree' } }
  if (day < earliest) return { hearsOn: { key: 'acts:error.hearsTooEarly', values: { day: formatDay(earliest) } } }
  // The hearing comes before the decision, and that before the end of the term.
  if (day > share.dueOn) return { hearsOn: { key: 'acts:error.hearsTooLate', values: { day: formatDay(share.dueOn) } } }
  return {}
}

/** A repeat is of the same person, and of a matter that was decided before it came. */
async function repeatProblem(
  ctx: TenantContext,
  appeal: AppealRow,
  earlierId: string | null,
): Promise<Record<string, Message>> {
  const person = (id: string) =>
    ctx.db
      .selectFrom('appeal')
      .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
      .select(['appeal.id', 'status', 'closedAt', 'receivedAt', 'iin', 'bin', 'fullName'])
      .where('appeal.id', '=', id)
      .executeTakeFirst()
  const [earlier, own] = [earlierId ? await person(earlierId) : undefined, await person(appeal.id)]
  const problem = (key: string) => ({ earlier: { key: `acts:error.${key}` } })
  if (!earlier || !own || earlier.id === own.id) return problem('earlierUnknown')
  const same = (one: string | null, other: string | null) => Boolean(one) && one === other
  const [known, knownToo] = [earlier.iin || earlier.bin, own.iin || own.bin]
  const isSame =
    known && knownToo
      ? same(earlier.iin, own.iin) || same(earlier.bin, own.bin)
      : same(folded(earlier.fullName), folded(own.fullName))
  if (!isSame) return problem('earlierOfAnother')
  if (earlier.status !== 'answered' || !earlier.closedAt || earlier.closedAt > own.receivedAt)
    return problem('earlierUndecided')
  return {}
}
