import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { categoryRows } from '#app/features/categories/category-rows.server.ts'
import { listAdminCategories } from '#app/features/categories/category-admin.queries.server.ts'
import { useCategoryColumns } from '#app/features/categories/ui/category-columns.tsx'
import { MoveRow } from '#app/core/changes/changes.schema.ts'
import { moveRow } from '#app/core/changes/ordered.server.ts'
import { listWishOf } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = listWishOf(request)
  return {
    title: ctx.t('categories:list.title'),
    submissionKey: randomUUID(),
    wish,
    rows: await listAdminCategories(ctx, wish),
  }
})

export const action = staffAction({
  move: form(MoveRow, async (ctx, _params, input) => {
    const changed = await moveRow(ctx, categoryRows, input)
    return redirect(paths.withNotice(paths.categories(), changed))
  }),
})

export default function Categories() {
  const { t } = useTranslation('categories')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newCategory(), label: t('list.add') }}
      columns={useCategoryColumns()}
      nameOf={(row) => row.name}
    />
  )
}
