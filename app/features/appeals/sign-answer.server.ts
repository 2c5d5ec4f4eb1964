import { agencyNames } from '#app/features/agencies/public.server.ts'
import { issueLetter } from '#app/features/letters/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
import type { SignAnswer } from './appeals.schema.ts'
import { finishShare } from './finish-share.server.ts'
import { mustBeHeard } from './hearing-gate.server.ts'
import { mustRun } from './must-run.server.ts'
import { answersPerson, shareAllows, waitsFor } from './share.ts'
import { getShares, ownShareOf, type ShareRow } from './shares.queries.server.ts'
import { getSubmittedDraft } from './submitted-draft.server.ts'

/**
 * Signs the answer of one's own agency: the words are frozen with name, post and time, and the share ends. A lead's and a
 * forwarded body's answer goes out to the person by the outbox, with a letter; a co-executor's goes to the lead, who signs
 * after them. Throws NotFound, ForbiddenError, InvalidInput where the gate stops it or the person was not heard yet,
 * Refusal where another was faster, the share is suspended or co-executors have not answered yet.
 */
export function signAnswer(ctx: TenantContext, id: string, input: SignAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'sign', 'Appeal', appeal)
    const shares = await getShares(ctx, id)
    const share = ownShareOf(ctx, shares)
    await mustBeFresh(ctx, appeal, input.version, { id: share.id, shares })
    if (!shareAllows('sign', share)) throw new Refusal('appeals:error.notSignable')
    await mustRun(ctx, share)
    await mustHaveAll(ctx, shares, share)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const { submittedBy, outcome, text } = await getSubmittedDraft(ctx, id, share.agencyId)
    await mustBeHeard(ctx, appeal, share, outcome)
    const answeredAt = ctx.clock.now()
    const answerId = await finishShare(ctx, appeal, share, {
      outcome,
      text,
      authorId: submittedBy,
      signedBy: ctx.principal.id,
      signerName: ctx.principal.name,
      signerPost: await postOf(ctx, appeal, share.agencyId),
      answeredAt,
    })
    if (!answersPerson(share)) return
    const confirmed = input.similar === 'yes'
    await issueLetter(ctx, { answerId, appeal, agencyId: share.agencyId, text, answeredAt, confirmed })
  })
}

/** Throws a Refusal that names the bodies a lead still waits for. */
async function mustHaveAll(ctx: TenantContext, shares: readonly ShareRow[], share: ShareRow): Promise<void> {
  const missing = waitsFor(shares, share).map(({ agencyId }) => agencyId)
  if (missing.length === 0) return
  const names = await agencyNames(ctx, missing)
  throw new Refusal('appeals:error.partsOpen', { bodies: missing.map((agencyId) => names[agencyId] ?? '').join('; ') })
}

/** The signer's post in the language of the appeal, in the agency's name of today. */
async function postOf(ctx: TenantContext, { language }: AppealRow, agencyId: string): Promise<string> {
  const names = await agencyNames({ ...ctx, locale: language }, [agencyId])
  return `${translatorOf(ctx.texts[language])('appeals:sign.post')}, ${names[agencyId] ?? ''}`
}
