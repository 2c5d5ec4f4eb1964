import { newsOf } from '#app/features/worklists/news.queries.server.ts'
import { ShownRows } from '#app/features/worklists/worklists.schema.ts'
import { NotFound } from '#app/core/errors.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

/** It is no page. */
export const loader = staffLoader(async () => {
  throw new NotFound('Page')
})

/** What the script of the list asks while the list is open. */
export const action = staffAction({
  news: form(ShownRows, async (ctx, _params, input) => Response.json(await newsOf(ctx, input))),
})
