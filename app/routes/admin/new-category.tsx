import { randomUUID } from 'node:crypto'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { newRowAction } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addCategory } from '#app/features/categories/add-category.server.ts'
import { AddCategory } from '#app/features/categories/categories.schema.ts'
import { CategoryForm } from '#app/features/categories/ui/category-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'Category')
  return {
    title: ctx.t('categories:new.title'),
    submissionKey: randomUUID(),
    agencies: await listAdminAgencies(ctx),
  }
})

export const action = newRowAction(AddCategory, addCategory, paths.categories())

export default function NewCategory() {
  const { t } = useTranslation('categories')
  const { agencies, submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.categories(), label: t('list.title') }}>
      <CategoryForm submissionKey={submissionKey} agencies={agencies} />
    </EditPage>
  )
}
