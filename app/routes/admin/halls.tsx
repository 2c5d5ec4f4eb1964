import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { hallRows } from '#app/features/halls/hall-rows.server.ts'
import { listAdminHalls } from '#app/features/halls/hall-admin.queries.server.ts'
import { useHallColumns } from '#app/features/halls/ui/hall-columns.tsx'
import { MoveRow } from '#app/core/changes/changes.schema.ts'
import { moveRow } from '#app/core/changes/ordered.server.ts'
import { listWishOf } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = listWishOf(request)
  return {
    title: ctx.t('halls:catalogue.title'),
    submissionKey: randomUUID(),
    wish,
    rows: await listAdminHalls(ctx, wish),
  }
})

export const action = staffAction({
  move: form(MoveRow, async (ctx, _params, input) => {
    const changed = await moveRow(ctx, hallRows, input)
    return redirect(paths.withNotice(paths.halls(), changed))
  }),
})

export default function Halls() {
  const { t } = useTranslation('halls')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('catalogue.title')}
      lead={t('catalogue.lead')}
      add={{ href: paths.newHall(), label: t('catalogue.add') }}
      columns={useHallColumns()}
      nameOf={(row) => row.name}
    />
  )
}
