import { z } from 'zod'
import { tableFormats, type TableFormat } from '#app/core/tables/table.ts'
import { typedDay } from '#app/core/typed-day.ts'

export const TakeRegister = z.object({
  /** Made with the page: sending the same page twice takes one register. */
  submissionKey: z.uuid('common:error.invalid'),
})

export const OfImport = z.object({})

/** The part of the register that an address asks for: this year where it does not say, and a span turned round is put right. */
export function askedRegister(query: URLSearchParams, today: string) {
  const from = typedDay(query.get('from') ?? '') ?? `${today.slice(0, 4)}-01-01`
  const until = typedDay(query.get('until') ?? '') ?? today
  return { format: formatOf(query), span: from <= until ? { from, until } : { from: until, until: from } }
}

export const formatOf = (query: URLSearchParams): TableFormat =>
  tableFormats.find((format) => format === query.get('format')) ?? 'xlsx'
