import { typedNumber } from '#app/features/appeals/public.server.ts'
import { getTermBook, type TermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { RegisterVerdict } from '#db/schema/register.ts'
import { typedExternalRef, type Cells } from './columns.ts'
import { readLine, type NewAppeal } from './line.server.ts'

/** What a line comes to, by what stands in the region now. */
export interface Judged {
  readonly verdict: RegisterVerdict
  readonly problems: readonly string[]
  readonly appealId: string | null
  readonly externalRef: string
  /** Of a line that becomes an appeal. */
  readonly appeal?: NewAppeal
}

interface Known {
  readonly id: string
  readonly number: string | null
  readonly externalRef: string | null
}

export interface Line {
  /** The line's own key. */
  readonly id: string
  readonly cells: Cells
}

/**
 * What lines come to: one that names an appeal of ours gives it its number of e-Otinish, one with an unknown number of
 * e-Otinish becomes an appeal, and nothing that is here already comes twice.
 */
export async function judgeLines(ctx: TenantContext, lines: readonly Line[], today: string): Promise<Judged[]> {
  const refs = lines.map(({ cells }) => typedExternalRef(cells.externalRef ?? ''))
  const numbers = lines.map(({ cells }) => typedNumber(cells.number ?? ''))
  const byRef = await knownBy(ctx, 'externalRef', refs)
  const byNumber = await knownBy(ctx, 'number', numbers)
  const { terms } = await getTermBook(ctx)
  return lines.map(({ id, cells }, at) =>
    judge(ctx, { id, cells, ref: refs[at], number: numbers[at], today, terms }, byRef.get(refs[at] ?? ''), byNumber),
  )
}

interface Asked extends Line {
  readonly ref: string | undefined
  readonly number: string | undefined
  readonly today: string
  readonly terms: TermBook['terms']
}

function judge(
  ctx: TenantContext,
  { id, cells, ref, number, today, terms }: Asked,
  known: Known | undefined,
  byNumber: ReadonlyMap<string, Known>,
): Judged {
  const refused = (...problems: string[]): Judged => ({
    verdict: 'refused',
    problems,
    appealId: null,
    externalRef: ref ?? '',
  })
  if (!ref) return refused(`externalRef registers:problem.${cells.externalRef ? 'refShape' : 'refMissing'}`)
  if (cells.number && !number) return refused('number registers:problem.numberShape')
  const named = number ? byNumber.get(number) : undefined
  if (number && !named) return refused('number registers:problem.numberUnknown')
  if (known) {
    if (named && named.id !== known.id) return refused('number registers:problem.refOfAnother')
    return { verdict: 'same', problems: [], appealId: known.id, externalRef: ref }
  }
  if (named) {
    if (named.externalRef !== null) return refused('externalRef registers:problem.refDiffers')
    return { verdict: 'number', problems: [], appealId: named.id, externalRef: ref }
  }
  const read = readLine(ctx.texts, cells, { submissionKey: id, today, terms })
  if ('problems' in read) return refused(...read.problems)
  return { verdict: 'register', problems: [], appealId: null, externalRef: ref, appeal: read.appeal }
}

async function knownBy(
  { db }: TenantContext,
  column: 'externalRef' | 'number',
  values: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, Known>> {
  const wanted = [...new Set(values.filter((value) => value !== undefined))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('appeal')
    .select(['id', 'number', 'externalRef'])
    .where(column, 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row[column] ?? '', row]))
}
