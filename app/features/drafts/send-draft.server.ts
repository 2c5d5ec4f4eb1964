import { attachToAppeal, removeDraftAttachments } from '#app/features/attachments/public.server.ts'
import { nameCosigners } from '#app/features/cosigners/public.server.ts'
import { SubmitAppeal, submitAppeal } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { findDraft, findSent, type Draft } from './drafts.queries.server.ts'
import { firstUnanswered, mayNameCosigners, questionsFor, type Question } from './questions.ts'
import { servedChannels } from './served-channels.queries.server.ts'

/** What became of a draft that was sent: an appeal, a question that must be answered first, or nothing: it was too old. */
export type Sent = { readonly appealId: string } | { readonly question: Question } | 'gone'

/**
 * Makes an appeal of the draft and deletes the draft, in one transaction: one appeal however often it is sent.
 * Throws Refusal where it was changed since `version` was shown, TooManyTries.
 */
export async function sendDraft(
  ctx: TenantContext,
  draftId: string | undefined,
  version: number,
  clientAddress: string,
): Promise<Sent> {
  if (draftId === undefined) return 'gone'
  const draft = await findDraft(ctx, draftId)
  if (!draft) {
    const appealId = await findSent(ctx, draftId)
    return appealId ? { appealId } : 'gone'
  }
  const question = firstUnanswered(draft.answers)
  if (question) return { question }
  const served = await servedChannels(ctx)
  if (draft.answers.reply?.answerChannels.some((channel) => !served.includes(channel))) return { question: 'reply' }
  const whole = SubmitAppeal.safeParse(submissionOf(ctx, draft))
  if (!whole.success) return { question: questionOf(draft, String(whole.error.issues[0]?.path[0])) }
  // What is sent is what was looked at: another window may have changed an answer.
  if (draft.version !== version) throw new Refusal('drafts:error.changed')
  // Each of them is written to.
  const named = mayNameCosigners(draft.answers) ? (draft.answers.cosigners?.people ?? []) : []
  for (const { signerEmail, signerPhone } of named)
    for (const recipient of [signerEmail, signerPhone])
      if (recipient) await ctx.limits.count('filingByRecipient', `${clientAddress} ${recipient}`)
  const isAskedForFiles = questionsFor(draft.answers).includes('files')
  const appealId = await submitAppeal(ctx, whole.data, clientAddress, async (ctx, appealId) => {
    const gone = await ctx.db
      .deleteFrom('appealDraft')
      .where('id', '=', draft.id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new Refusal('drafts:error.changed')
    await nameCosigners(ctx, appealId, named)
    // After the draft: nobody adds a file to one that is gone, so none is left behind.
    if (isAskedForFiles) await attachToAppeal(ctx, draft.id, appealId)
  })
  // Chosen before somebody decided to stay unnamed: they belong to nothing now.
  if (!isAskedForFiles) await removeDraftAttachments(ctx, draft.id, async () => true)
  return { appealId }
}

/** The answers of the questions this person is asked, as one. What was typed before somebody became another kind stays out. */
function submissionOf(ctx: TenantContext, { id, answers }: Draft): Readonly<Record<string, unknown>> {
  const asked = questionsFor(answers).map((question) => answers[question])
  const given = Object.assign({ language: ctx.locale }, ...asked) as Readonly<Record<string, unknown>>
  return { ...given, submissionKey: id, intent: answers.intent?.meant, category: answers.topic?.category || null }
}

/** The question that asks for a field; the first where none does. */
const questionOf = ({ answers }: Draft, field: string): Question =>
  questionsFor(answers).find((question) => field in (answers[question] ?? {})) ?? 'intent'
