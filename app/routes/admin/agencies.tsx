import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { agencyRows } from '#app/features/agencies/agency-rows.server.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { useAgencyColumns } from '#app/features/agencies/ui/agency-columns.tsx'
import { MoveRow } from '#app/core/changes/changes.schema.ts'
import { moveRow } from '#app/core/changes/ordered.server.ts'
import { listWishOf } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = listWishOf(request)
  return {
    title: ctx.t('agencies:list.title'),
    submissionKey: randomUUID(),
    wish,
    rows: await listAdminAgencies(ctx, wish),
  }
})

export const action = staffAction({
  move: form(MoveRow, async (ctx, _params, input) => {
    const changed = await moveRow(ctx, agencyRows, input)
    return redirect(paths.withNotice(paths.agencies(), changed))
  }),
})

export default function Agencies() {
  const { t } = useTranslation('agencies')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newAgency(), label: t('list.add') }}
      columns={useAgencyColumns()}
      nameOf={(row) => row.name}
    />
  )
}
