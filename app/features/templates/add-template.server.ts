import { makeChange } from '#app/core/changes/make-change.server.ts'
import { lastPosition } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { mustBeCategory, mustBeWhole } from './must-be-whole.server.ts'
import { templateRows } from './template-rows.server.ts'
import type { AddTemplate } from './templates.schema.ts'

/** Adds a template at the end of the order. Throws InvalidInput for a flaw in its text, NotFound for an unknown category. */
export async function addTemplate(ctx: TenantContext, input: AddTemplate): Promise<string | undefined> {
  return makeChange(ctx, { event: 'answerTemplate.added', may: 'AnswerTemplate', input }, async (ctx, change) => {
    const { submissionKey: _form, ...template } = input
    mustBeWhole(template.text)
    await mustBeCategory(ctx, template.categoryId)
    const all = await ctx.db.selectFrom('answerTemplate').select('position').execute()
    const id = newId()
    await change.insert(templateRows, { id, ...template, position: lastPosition(all), retiredAt: null, version: 1 })
    return { kind: 'answerTemplate', id }
  })
}
