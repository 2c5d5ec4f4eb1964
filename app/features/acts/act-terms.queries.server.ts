import type { TenantContext } from '#app/core/context.ts'
import type { ActTerms } from './act-terms.server.ts'

/** The terms in force on `day`. Throws where one is missing. */
export async function getActTerms({ db }: TenantContext, day: string): Promise<ActTerms> {
  const rows = await db
    .selectFrom('actTerm')
    .select(['name', 'amount'])
    .where('appliesFrom', '<=', day)
    .orderBy('appliesFrom')
    .execute()
  // Later ones come later and win.
  const amounts = new Map(rows.map(({ name, amount }) => [name, amount]))
  const amountOf = (name: keyof ActTerms): number => {
    const amount = amounts.get(name)
    if (amount === undefined) throw new Error(`No ${name} is in force on ${day}`)
    return amount
  }
  return {
    extensionMonths: amountOf('extensionMonths'),
    noticeDays: amountOf('noticeDays'),
    hearingDays: amountOf('hearingDays'),
    objectionDays: amountOf('objectionDays'),
  }
}
