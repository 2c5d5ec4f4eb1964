import { DraftAnswer, draftAnswer } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { begunWith, translationAllows } from './translation.ts'
import { factsOf, lockTranslation } from './translation-rows.server.ts'

interface TakeTranslation extends DraftAnswer {
  readonly requestId: string
}

/**
 * Begins an answer with the translation of its draft, and saves it: see `begunWith`. Never over a colleague's words.
 * Throws NotFound, ForbiddenError, ZodError where both are too long together, Refusal where a colleague wrote meanwhile or
 * the appeal is past it.
 */
export function takeTranslation(ctx: TenantContext, appealId: string, input: TakeTranslation): Promise<void> {
  const { requestId, ...words } = input
  return inTransaction(ctx, async (ctx) => {
    const request = await lockTranslation(ctx, appealId, requestId)
    const isOwn = ctx.principal.kind === 'staff' && ctx.principal.agencyId === request.draftAgencyId
    if (request.original === null || !isOwn || !translationAllows('take', request))
      throw new NotFound('TranslationRequest')
    const text = begunWith(words.text, request.original, request.translation)
    // Together they may be longer than an answer can be.
    const checked = await DraftAnswer.parseAsync({ ...words, outcome: words.outcome ?? '', text })
    const before = await ctx.db
      .selectFrom('answerDraft')
      .select('text')
      .where('appealId', '=', appealId)
      .where('agencyId', '=', request.draftAgencyId)
      .executeTakeFirst()
    const { id } = await draftAnswer(ctx, appealId, checked)
    // The same page sent twice takes it once.
    if (before?.text === checked.text) return
    await record(ctx, {
      event: 'translation.taken',
      subjectKind: 'translationRequest',
      subjectId: request.id,
      fields: ['text'],
      refs: { appealId, draftId: id },
      facts: factsOf(request, ctx.clock.now()),
    })
  })
}
