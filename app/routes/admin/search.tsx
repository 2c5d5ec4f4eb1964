import { useLoaderData } from '@remix-run/react'
import { looksForSomething, mostOfKind, searchSettings } from '#app/features/regions/search-settings.queries.server.ts'
import type { FoundGroup } from '#app/features/regions/search-settings.queries.server.ts'
import { SearchPage } from '#app/features/regions/ui/search-page.tsx'
import { listTexts } from '#app/features/wordings/wordings.queries.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)
  const groups = await searchSettings(ctx, typed)
  return { title: ctx.t('regions:find.title'), typed, groups: [...groups, ...(await findTexts(ctx, typed))] }
})

async function findTexts(ctx: TenantContext, search: string): Promise<FoundGroup[]> {
  if (!looksForSomething(search)) return []
  const { texts, more } = await listTexts(ctx, { search, area: '' }, mostOfKind)
  if (texts.length === 0) return []
  return [
    {
      kind: 'texts',
      more,
      things: texts.map(({ id, text }) => ({ href: paths.text(id), name: text, retired: false })),
    },
  ]
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
