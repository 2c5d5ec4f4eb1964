import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { translationAllows } from './translation.ts'
import { closedAlready, factsOf, lockTranslation } from './translation-rows.server.ts'
import type { DeclineTranslation, FinishTranslation } from './translations.schema.ts'

/**
 * Writes the translation into the request and finishes it; the same words by the same person again are taken already.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or the appeal is closed.
 */
export function finishTranslation(ctx: TenantContext, appealId: string, input: FinishTranslation): Promise<void> {
  const { requestId, translation } = input
  return close(ctx, appealId, requestId, { act: 'finish', status: 'done', event: 'finished', words: { translation } })
}

/** Says why it is not translated; the asker may ask again. Throws the same. */
export function declineTranslation(ctx: TenantContext, appealId: string, input: DeclineTranslation): Promise<void> {
  const { requestId, why } = input
  return close(ctx, appealId, requestId, {
    act: 'decline',
    status: 'declined',
    event: 'declined',
    words: { reason: why },
  })
}

interface End {
  readonly act: 'finish' | 'decline'
  readonly status: 'done' | 'declined'
  readonly event: 'finished' | 'declined'
  readonly words: { readonly translation: string } | { readonly reason: string }
}

function close(ctx: TenantContext, appealId: string, requestId: string, end: End): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const request = await lockTranslation(ctx, appealId, requestId)
    authorize(ctx.ability, 'translate', 'TranslationRequest', request)
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const said = { status: end.status, ...end.words, closedBy: ctx.principal.id }
    const isSaid = Object.entries(said).every(([name, value]) => request[name as keyof typeof said] === value)
    if (isSaid) return
    if (!translationAllows(end.act, request)) throw await closedAlready(ctx, request)
    if (request.appealClosedAt) throw new Refusal('translations:error.notNeeded')
    const now = ctx.clock.now()
    await ctx.db
      .updateTable('translationRequest')
      .set({ ...said, closedAt: now })
      .where('id', '=', request.id)
      .execute()
    await record(ctx, {
      event: `translation.${end.event}`,
      subjectKind: 'translationRequest',
      subjectId: request.id,
      fields: ['status', ...Object.keys(end.words)],
      refs: { appealId },
      facts: factsOf(request, now),
    })
  })
}
