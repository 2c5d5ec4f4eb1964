import { z } from 'zod'
import { versionedForm } from '#app/core/changes/changes.schema.ts'
import { tidied } from '#app/core/typed-text.ts'
import { termToChoose } from '#db/sql/retention.ts'

const amount = z
  .string('retentions:error.amount')
  .transform(tidied)
  .pipe(z.string().regex(/^\d{1,4}$/, 'retentions:error.amount'))
  .transform(Number)

/** Whether a term of this kind may be so long. */
export function isBetween(kind: string, amount: number): boolean {
  const term = termToChoose(kind)
  return term !== undefined && amount >= term.least && amount <= term.most
}

/** A term that is looked at before it is chosen. */
export const TryTerm = z.object({ amount })

export const ChangeTerm = z.object({ ...versionedForm, amount })

/** A term of an address, where it may be one; else undefined. */
export function triedAmount(kind: string, typed: string | null): number | undefined {
  const { data } = TryTerm.safeParse({ amount: typed })
  return data && isBetween(kind, data.amount) ? data.amount : undefined
}

export type ChangeTerm = z.output<typeof ChangeTerm>
