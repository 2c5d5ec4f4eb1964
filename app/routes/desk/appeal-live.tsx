import { redirect } from '@remix-run/node'
import { BePresent, DraftAnswer } from '#app/features/appeals/appeals.schema.ts'
import { draftAnswer } from '#app/features/appeals/draft-answer.server.ts'
import { draftSaved, presentNow } from '#app/features/appeals/live.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

/** What the script of an appeal's page says and asks while the page is open; a person is led to the page itself. */
export const loader = staffLoader(async (_ctx, { appealId = '' }) => redirect(paths.appeal(appealId)))

export const action = staffAction({
  draft: form(DraftAnswer, async (ctx, { appealId = '' }, input) =>
    Response.json(await draftSaved(ctx, await draftAnswer(ctx, appealId, input))),
  ),
  present: form(BePresent, async (ctx, { appealId = '' }, input) =>
    Response.json(await presentNow(ctx, appealId, input.doing)),
  ),
})
