import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { categoryRows } from '#app/features/categories/category-rows.server.ts'
import { listAdminCategories } from '#app/features/categories/category-admin.queries.server.ts'
import { useCategoryColumns } from '#app/features/categories/ui/category-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('categories:list.title'), listAdminCategories)

export const action = catalogueAction(categoryRows, paths.categories())

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
