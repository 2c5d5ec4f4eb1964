import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, Refusal } from '#app/core/errors.ts'
import { recordPersonal } from '#app/core/personal-values.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { CorrectContacts } from './contacts.schema.ts'

/**
 * Corrects how the person who brought an appeal is reached, at their wish. What stood there before is kept with what stands
 * there now, and the ground, where erasure finds them; nothing is told twice. Throws NotFound, ForbiddenError, InvalidInput
 * where a chosen channel would lead nowhere, Refusal where another was faster or the appeal is over.
 */
export function correctContacts(ctx: TenantContext, id: string, input: CorrectContacts): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'correct', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    const before = await ctx.db
      .selectFrom('applicant')
      .select(['kind', 'address', 'email', 'phone'])
      .where('id', '=', appeal.applicantId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (!appealAllows('correct', appeal) || before.kind === 'anonymous') throw new Refusal('appeals:error.notNow')
    const { version: _version, ground, ...contacts } = input
    if (appeal.answerChannels.includes('mail') && !contacts.email)
      throw new InvalidInput({ email: 'appeals:error.emailMissing' })
    if (appeal.answerChannels.includes('sms') && !contacts.phone)
      throw new InvalidInput({ phone: 'appeals:error.phoneMissing' })
    const { address, email, phone } = before
    if (address === contacts.address && email === contacts.email && phone === contacts.phone) return
    await ctx.db.updateTable('applicant').set(contacts).where('id', '=', appeal.applicantId).execute()
    await ctx.db
      .updateTable('appeal')
      .set({ version: appeal.version + 1, updatedAt: ctx.clock.now() })
      .where('id', '=', id)
      .execute()
    await recordPersonal(
      ctx,
      { event: 'appeal.contactsCorrected', subjectKind: 'appeal', subjectId: id },
      {
        applicantId: appeal.applicantId,
        before: { address, email, phone },
        after: { ...contacts, ground },
      },
    )
  })
}
