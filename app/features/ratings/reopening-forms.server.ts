import { redirect } from '@remix-run/node'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { declineReopening, reopenAppeal } from './decide-reopening.server.ts'
import { DeclineReopening, ReopenAppeal } from './ratings.schema.ts'

/** The forms of an appeal's page by which a dispatcher decides about a wish to reopen it. */
export const reopeningForms = {
  reopen: form(ReopenAppeal, async (ctx: TenantContext, { appealId = '' }, input) => {
    await reopenAppeal(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
  decline: form(DeclineReopening, async (ctx: TenantContext, { appealId = '' }, input) => {
    await declineReopening(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
}
