import { newsOf } from '#app/features/worklists/news.queries.server.ts'
import { ShownRows } from '#app/features/worklists/worklists.schema.ts'
import { form, staffAction } from '#app/core/http/routes.server.ts'

/** What the script of the list asks while the list is open. */
export const action = staffAction({
  news: form(ShownRows, async (ctx, _params, input) => Response.json(await newsOf(ctx, input))),
})
