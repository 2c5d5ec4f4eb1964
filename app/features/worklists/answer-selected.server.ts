import { ForbiddenError } from '@casl/ability'
import { draftAfresh, submitAfresh } from '#app/features/appeals/public.server.ts'
import { fillTemplate, merged, writtenFields } from '#app/features/templates/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal, type Message } from '#app/core/errors.ts'
import { messagesOf } from '#app/core/http/failures.server.ts'
import type { AnswerSelected } from './answer-selected.schema.server.ts'

/** What became of one of many: sent for signature, kept as a draft because the gate stopped it, or left as it was. */
export interface AnsweredRow {
  readonly id: string
  readonly number: string
  readonly became: 'sent' | 'kept' | 'left'
  /** Why it was not sent, in words. */
  readonly reasons: readonly string[]
}

/**
 * Answers several appeals from one template, each by the command and through the gate that one alone would pass, and in
 * a transaction of its own. What cannot be sent is told row by row; what nobody may see is left out.
 */
export async function answerSelected(ctx: TenantContext, input: AnswerSelected): Promise<AnsweredRow[]> {
  const rows = await ctx.db
    .selectFrom('appeal')
    .select(['id', 'number'])
    .where('id', 'in', input.ids)
    .where(accessible(ctx.ability, 'read', 'Appeal'))
    .orderBy('id')
    .execute()
  const answered: AnsweredRow[] = []
  for (const { id, number } of rows) answered.push({ id, number: number ?? '', ...(await answerOne(ctx, id, input)) })
  return answered
}

async function answerOne(ctx: TenantContext, id: string, input: AnswerSelected) {
  const { outcome, similar, templateId } = input
  const say = (message: string | Message) =>
    typeof message === 'string' ? ctx.t(message) : ctx.t(message.key, message.values)
  try {
    const filled = await fillTemplate(ctx, id, templateId)
    const text = merged(filled, Object.fromEntries(writtenFields.map((field) => [field, input[field]])))
    try {
      await submitAfresh(ctx, id, { outcome, text, similar })
      return { became: 'sent' as const, reasons: [] }
    } catch (error) {
      const stopped = messagesOf(error)
      if (!stopped) throw error
      // The words are not lost: somebody goes on with them at the appeal itself.
      await draftAfresh(ctx, id, { outcome, text })
      return { became: 'kept' as const, reasons: Object.values(stopped).map(say) }
    }
  } catch (error) {
    if (error instanceof Refusal) return { became: 'left' as const, reasons: [say(error.reason)] }
    if (error instanceof NotFound && error.subject === 'AnswerTemplate')
      return { became: 'left' as const, reasons: [ctx.t('worklists:error.otherLanguage')] }
    if (error instanceof NotFound || error instanceof ForbiddenError)
      return { became: 'left' as const, reasons: [ctx.t('worklists:error.notYours')] }
    throw error
  }
}
