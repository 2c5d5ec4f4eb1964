import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { hotlineRows } from '#app/features/hotlines/hotline-rows.server.ts'
import { listAdminHotlines } from '#app/features/hotlines/hotlines.queries.server.ts'
import { useHotlineColumns } from '#app/features/hotlines/ui/hotline-columns.tsx'
import { MoveRow } from '#app/core/changes/changes.schema.ts'
import { moveRow } from '#app/core/changes/ordered.server.ts'
import { listWishOf } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = listWishOf(request)
  return {
    title: ctx.t('hotlines:list.title'),
    submissionKey: randomUUID(),
    wish,
    rows: await listAdminHotlines(ctx, wish),
  }
})

export const action = staffAction({
  move: form(MoveRow, async (ctx, _params, input) => {
    const changed = await moveRow(ctx, hotlineRows, input)
    return redirect(paths.withNotice(paths.hotlines(), changed))
  }),
})

export default function Hotlines() {
  const { t } = useTranslation('hotlines')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newHotline(), label: t('list.add') }}
      columns={useHotlineColumns()}
      nameOf={(row) => row.number}
    />
  )
}
