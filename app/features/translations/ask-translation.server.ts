import {
  draftAnswer,
  findOwnShare,
  getAppeal,
  getShares,
  isLive,
  type DraftAnswer,
} from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { TranslationKind } from '#db/schema/translation.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { AskTranslation } from './translations.schema.ts'

/**
 * Asks for a translation of an appeal's text, once for each language while the request is open.
 * Throws NotFound, ForbiddenError, InvalidInput for the language it is in already, Refusal where the appeal is closed or the
 * asker's body is done with it.
 */
export function askTranslation(ctx: TenantContext, appealId: string, input: AskTranslation): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'askTranslation', 'Appeal', appeal)
    if (appeal.closedAt) throw new Refusal('translations:error.notNeeded')
    const own = findOwnShare(ctx, await getShares(ctx, appealId))
    if (own && !isLive(own)) throw new Refusal('translations:error.shareOver')
    if (input.toLanguage === appeal.language) throw new InvalidInput({ toLanguage: 'translations:error.sameLanguage' })
    await ask(ctx, appealId, {
      kind: 'appeal',
      draftAgencyId: null,
      original: null,
      fromLanguage: appeal.language,
      toLanguage: input.toLanguage,
      submissionKey: input.submissionKey,
    })
  })
}

interface AskDraft extends DraftAnswer {
  readonly fromLanguage: LocaleCode
  readonly submissionKey: string
}

/**
 * Saves the draft of an answer and asks for its translation into the language of the appeal, as it stands now.
 * Throws NotFound, ForbiddenError, InvalidInput, Refusal where a colleague wrote meanwhile or the appeal is past it.
 */
export function askDraftTranslation(ctx: TenantContext, appealId: string, input: AskDraft): Promise<void> {
  const { fromLanguage, submissionKey, ...words } = input
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'askTranslation', 'Appeal', appeal)
    const agencyId = ctx.principal.kind === 'staff' ? ctx.principal.agencyId : null
    if (!agencyId) throw new NotFound('Assignment')
    if (words.text === '') throw new InvalidInput({ text: 'translations:error.draftEmpty' })
    if (fromLanguage === appeal.language) throw new InvalidInput({ fromLanguage: 'translations:error.sameLanguage' })
    await draftAnswer(ctx, appealId, words)
    await ask(ctx, appealId, {
      kind: 'draft',
      draftAgencyId: agencyId,
      original: words.text,
      fromLanguage,
      toLanguage: appeal.language,
      submissionKey,
    })
  })
}

interface Asked {
  readonly kind: TranslationKind
  readonly draftAgencyId: string | null
  readonly original: string | null
  readonly fromLanguage: LocaleCode
  readonly toLanguage: LocaleCode
  readonly submissionKey: string
}

async function ask(ctx: TenantContext, appealId: string, asked: Asked): Promise<void> {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const id = newId()
  // The same page sent twice, or the same thing while somebody waits for it: both are asked already.
  const made = await ctx.db
    .insertInto('translationRequest')
    .values({
      id,
      appealId,
      ...asked,
      status: 'open',
      askedBy: ctx.principal.id,
      askedAt: ctx.clock.now(),
      closedBy: null,
      closedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await record(ctx, {
    event: 'translation.asked',
    subjectKind: 'translationRequest',
    subjectId: id,
    fields: ['kind', 'fromLanguage', 'toLanguage', ...(asked.original === null ? [] : ['original'])],
    refs: { appealId, ...(asked.draftAgencyId ? { agencyId: asked.draftAgencyId } : {}) },
    facts: { kind: asked.kind, from: asked.fromLanguage, to: asked.toLanguage },
  })
}
