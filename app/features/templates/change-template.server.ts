import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { mustBeCategory, mustBeWhole } from './must-be-whole.server.ts'
import { templateRows } from './template-rows.server.ts'
import type { ChangeTemplate } from './templates.schema.ts'

/**
 * Changes a template; drafts that began with it keep their words. Throws NotFound, InvalidInput for a flaw in its text,
 * Refusal for a form made from an older row.
 */
export function changeTemplate(ctx: TenantContext, id: string, input: ChangeTemplate): Promise<string | undefined> {
  return makeChange(ctx, { event: 'answerTemplate.changed', may: 'AnswerTemplate', input }, async (ctx, change) => {
    const template = await lockRow(ctx, templateRows, id)
    mustBeSameVersion(template, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    mustBeWhole(patch.text)
    if (patch.categoryId !== template.categoryId) await mustBeCategory(ctx, patch.categoryId)
    await change.update(templateRows, template, patch)
    return { kind: 'answerTemplate', id }
  })
}
