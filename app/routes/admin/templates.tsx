import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { templateRows } from '#app/features/templates/template-rows.server.ts'
import { listAdminTemplates } from '#app/features/templates/templates.queries.server.ts'
import { useTemplateColumns } from '#app/features/templates/ui/template-columns.tsx'
import { MoveRow } from '#app/core/changes/changes.schema.ts'
import { moveRow } from '#app/core/changes/ordered.server.ts'
import { listWishOf } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = listWishOf(request)
  return {
    title: ctx.t('templates:list.title'),
    submissionKey: randomUUID(),
    wish,
    rows: await listAdminTemplates(ctx, wish),
  }
})

export const action = staffAction({
  move: form(MoveRow, async (ctx, _params, input) => {
    const changed = await moveRow(ctx, templateRows, input)
    return redirect(paths.withNotice(paths.templates(), changed))
  }),
})

export default function Templates() {
  const { t } = useTranslation('templates')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newTemplate(), label: t('list.add') }}
      columns={useTemplateColumns()}
      nameOf={(row) => row.name}
    />
  )
}
