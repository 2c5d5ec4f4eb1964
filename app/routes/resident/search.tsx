import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { typedNumber } from '#app/features/appeals/appeal.ts'
import { searchCategories } from '#app/features/categories/public.server.ts'
import { SearchPage } from '#app/features/categories/ui/search-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { tidied } from '#app/core/typed-text.ts'

/** Nobody says what they came for in more characters. */
const longest = 200

export const loader = tenantLoader(async (ctx, _params, request) => {
  const typed = tidied(new URL(request.url).searchParams.get('q') ?? '').slice(0, longest)
  const number = typedNumber(typed)
  if (number) throw redirect(paths.track(ctx.locale, number))
  return { title: ctx.t('categories:search.title'), typed, found: await searchCategories(ctx, typed) }
})

export default function Search() {
  const { typed, found } = useLoaderData<typeof loader>()
  return <SearchPage typed={typed} found={found} />
}
