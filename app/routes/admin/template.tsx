import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeTemplate } from '#app/features/templates/change-template.server.ts'
import { templateRows } from '#app/features/templates/template-rows.server.ts'
import { getAdminTemplate, listTemplateCategories } from '#app/features/templates/templates.queries.server.ts'
import { ChangeTemplate } from '#app/features/templates/templates.schema.ts'
import { TemplateForm } from '#app/features/templates/ui/template-form.tsx'
import { RetireRow } from '#app/core/changes/changes.schema.ts'
import { bringRowBack, retireRow } from '#app/core/changes/ordered.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { templateId = '' }) => {
  const template = await getAdminTemplate(ctx, templateId)
  return { title: template.name, submissionKey: randomUUID(), template, categories: await listTemplateCategories(ctx) }
})

export const action = staffAction({
  change: form(ChangeTemplate, async (ctx, { templateId = '' }, input) =>
    redirect(paths.template(templateId, await changeTemplate(ctx, templateId, input))),
  ),
  retire: form(RetireRow, async (ctx, { templateId = '' }, input) =>
    redirect(paths.template(templateId, await retireRow(ctx, templateRows, templateId, input))),
  ),
  bringBack: form(RetireRow, async (ctx, { templateId = '' }, input) =>
    redirect(paths.template(templateId, await bringRowBack(ctx, templateRows, templateId, input))),
  ),
})

export default function Template() {
  const { t } = useTranslation('templates')
  const { template, categories, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = template
  return (
    <EditPage title={template.name} back={{ href: paths.templates(), label: t('list.title') }} retired={retired}>
      <TemplateForm template={template} submissionKey={submissionKey} categories={categories} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
