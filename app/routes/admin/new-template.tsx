import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addTemplate } from '#app/features/templates/add-template.server.ts'
import { listTemplateCategories } from '#app/features/templates/templates.queries.server.ts'
import { AddTemplate } from '#app/features/templates/templates.schema.ts'
import { TemplateForm } from '#app/features/templates/ui/template-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'AnswerTemplate')
  return {
    title: ctx.t('templates:new.title'),
    submissionKey: randomUUID(),
    categories: await listTemplateCategories(ctx),
  }
})

export const action = staffAction(
  form(AddTemplate, async (ctx, _params, input) => {
    const changed = await addTemplate(ctx, input)
    return redirect(paths.withNotice(paths.templates(), changed))
  }),
)

export default function NewTemplate() {
  const { t } = useTranslation('templates')
  const { categories, submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.templates(), label: t('list.title') }}>
      <TemplateForm submissionKey={submissionKey} categories={categories} />
    </EditPage>
  )
}
