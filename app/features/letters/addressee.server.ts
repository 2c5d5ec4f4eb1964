import type { TenantContext } from '#app/core/context.ts'

interface Addressed {
  readonly appealId: string
  readonly organisationName: string | null
  readonly fullName: string
  readonly address: string
}

/**
 * To whom a letter about an appeal is written, a line each: who brought it; where they have left it to its co-signers, the first
 * of those who are still with it.
 */
export async function addresseeOf({ db }: TenantContext, letter: Addressed): Promise<string[]> {
  const left = await db
    .selectFrom('appealWithdrawal')
    .innerJoin('cosigner', 'cosigner.appealId', 'appealWithdrawal.appealId')
    .innerJoin('applicant', 'applicant.id', 'cosigner.applicantId')
    .select(['applicant.fullName', 'applicant.organisationName', 'applicant.address'])
    .where('appealWithdrawal.appealId', '=', letter.appealId)
    .where('cosigner.leftAt', 'is', null)
    .orderBy('cosigner.id')
    .executeTakeFirst()
  const { organisationName, fullName, address } = left ?? letter
  return [organisationName, fullName, address].flatMap((line) => line || [])
}
