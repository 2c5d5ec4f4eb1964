import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { eraseApplicant } from '#app/features/erasures/erase-applicant.server.ts'
import { getErasures } from '#app/features/erasures/erasures.queries.server.ts'
import { EraseApplicant } from '#app/features/erasures/erasures.schema.ts'
import { ErasuresPage } from '#app/features/erasures/ui/erasures-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const query = new URL(request.url).searchParams
  return {
    title: ctx.t('erasures:title'),
    erasures: await getErasures(ctx, (query.get('number') ?? '').replaceAll('\0', '').trim()),
    done: query.has('done'),
    held: query.has('held'),
  }
})

export const action = staffAction(
  form(EraseApplicant, async (ctx, _params, input) => {
    const came = await eraseApplicant(ctx, input)
    return redirect(paths.erasures(came === 'held' ? { held: '' } : { done: '' }))
  }),
)

export default function ErasuresRoute() {
  return <ErasuresPage {...useLoaderData<typeof loader>()} />
}
