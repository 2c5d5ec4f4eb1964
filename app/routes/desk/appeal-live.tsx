import { BePresent, DraftAnswer } from '#app/features/appeals/appeals.schema.ts'
import { draftAnswer } from '#app/features/appeals/draft-answer.server.ts'
import { draftSaved, presentNow } from '#app/features/appeals/live.server.ts'
import { visitAppeal } from '#app/features/appeals/presence.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

/** The smallest picture there is: what an appeal's page loads to say that it was opened, scripts or none. */
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

export const loader = staffLoader(async (ctx, { appealId = '' }) => {
  await visitAppeal(ctx, appealId)
  return new Response(dot, { headers: { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store' } })
})

/** What the script of the page saves and asks while the page is open. */
export const action = staffAction({
  draft: form(DraftAnswer, async (ctx, { appealId = '' }, input) =>
    Response.json(await draftSaved(ctx, await draftAnswer(ctx, appealId, input))),
  ),
  present: form(BePresent, async (ctx, { appealId = '' }, input) =>
    Response.json(await presentNow(ctx, appealId, input.doing)),
  ),
})
