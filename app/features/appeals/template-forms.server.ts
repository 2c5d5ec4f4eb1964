import { redirect } from '@remix-run/node'
import { below, fillTemplate, templateChoice } from '#app/features/templates/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { DraftAnswer } from './appeals.schema.ts'
import { draftAnswer } from './draft-answer.server.ts'
import { backTo } from './place.server.ts'

/** The form of an appeal's page by which a template goes below what was written of an answer. */
export const templateForms = {
  template: form(
    DraftAnswer.extend(templateChoice),
    async (ctx: TenantContext, { appealId = '' }, input, { request }) => {
      const text = below(input.text, await fillTemplate(ctx, appealId, input.templateId))
      await draftAnswer(ctx, appealId, await DraftAnswer.parseAsync({ ...input, outcome: input.outcome ?? '', text }))
      return redirect(backTo(ctx, request, appealId, 'drafted'))
    },
  ),
}
