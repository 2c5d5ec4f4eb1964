import { randomUUID } from 'node:crypto'
import { appealAllows, getAppeal } from '#app/features/appeals/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { maskedNumber } from '#app/core/masked.ts'

/**
 * Who signed an appeal beside who brought it, as colleagues see it, and what the asker may do about it. Throws NotFound for a
 * stranger's appeal.
 */
export async function getCosigners(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const rows = await ctx.db
    .selectFrom('cosigner')
    .innerJoin('applicant', 'applicant.id', 'cosigner.applicantId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .leftJoin('erasure', 'erasure.applicantId', 'cosigner.applicantId')
    .select(['cosigner.id', 'cosigner.language', 'cosigner.leftAt', 'applicant.fullName', 'applicant.iin'])
    .select(['applicant.email', 'applicant.phone', 'regionProfile.timeZone', 'erasure.erasedAt'])
    .where('cosigner.appealId', '=', appealId)
    .orderBy('cosigner.id')
    .execute()
  const mayCosign = may(ctx.ability, 'cosign', 'Appeal', appeal)
  const isOpen = appealAllows('cosign', appeal)
  return {
    submissionKey: randomUUID(),
    canAdd: mayCosign && isOpen,
    people: rows.map(({ id, language, leftAt, fullName, iin, email, phone, timeZone, erasedAt }) => ({
      id,
      name: fullName,
      language,
      contacts: [iin && maskedNumber(iin), email, phone].filter(Boolean).join(', '),
      erased: erasedAt !== null,
      left: leftAt ? formatMoment(leftAt, timeZone) : '',
      canRemove: mayCosign && isOpen && leftAt === null,
    })),
  }
}

export type Cosigners = Awaited<ReturnType<typeof getCosigners>>
