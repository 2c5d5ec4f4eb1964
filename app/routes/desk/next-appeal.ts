import { redirect } from '@remix-run/node'
import { placeOf } from '#app/features/appeals/place.server.ts'
import { onwards } from '#app/features/worklists/worklist-page.queries.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const { searchParams } = new URL(request.url)
  const after = searchParams.get('after') ?? ''
  throw redirect(await onwards(ctx, after, placeOf(ctx, request), searchParams.get('done') ?? undefined))
})
