import { useLoaderData } from '@remix-run/react'
import { listCures } from '#app/features/cures/cures.queries.server.ts'
import { afterOf } from '#app/features/cures/cures.schema.server.ts'
import { CuresPage } from '#app/features/cures/ui/cures-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, { url }) => {
  const after = afterOf(url)
  return { title: ctx.t('cures:list.title'), list: await listCures(ctx, after), further: after !== undefined }
})

export default function Cures() {
  return <CuresPage {...useLoaderData<typeof loader>()} />
}
