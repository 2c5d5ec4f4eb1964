import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeCategory } from '#app/features/categories/change-category.server.ts'
import { categoryRows } from '#app/features/categories/category-rows.server.ts'
import { getAdminCategory } from '#app/features/categories/category-admin.queries.server.ts'
import { ChangeCategory } from '#app/features/categories/categories.schema.ts'
import { CategoryForm } from '#app/features/categories/ui/category-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { categoryId = '' }) => {
  const category = await getAdminCategory(ctx, categoryId)
  return { title: category.name, submissionKey: randomUUID(), category, agencies: await listAdminAgencies(ctx) }
})

export const action = staffAction({
  change: form(ChangeCategory, async (ctx, { categoryId = '' }, input) =>
    redirect(paths.category(categoryId, await changeCategory(ctx, categoryId, input))),
  ),
  ...stateForms(categoryRows, 'categoryId', paths.category),
})

export default function Category() {
  const { t } = useTranslation('categories')
  const { category, agencies, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = category
  return (
    <EditPage title={category.name} back={{ href: paths.categories(), label: t('list.title') }} retired={retired}>
      <CategoryForm category={category} submissionKey={submissionKey} agencies={agencies} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
