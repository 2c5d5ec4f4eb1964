import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { interpreterRows } from '#app/features/interpreters/interpreter-rows.server.ts'
import { listAdminInterpreters } from '#app/features/interpreters/interpreters.queries.server.ts'
import { useInterpreterColumns } from '#app/features/interpreters/ui/interpreter-columns.tsx'
import { MoveRow } from '#app/core/changes/changes.schema.ts'
import { moveRow } from '#app/core/changes/ordered.server.ts'
import { listWishOf } from '#app/core/http/list-wish.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = listWishOf(request)
  return {
    title: ctx.t('interpreters:list.title'),
    submissionKey: randomUUID(),
    wish,
    rows: await listAdminInterpreters(ctx, wish),
  }
})

export const action = staffAction({
  move: form(MoveRow, async (ctx, _params, input) => {
    const changed = await moveRow(ctx, interpreterRows, input)
    return redirect(paths.withNotice(paths.interpreters(), changed))
  }),
})

export default function Interpreters() {
  const { t } = useTranslation('interpreters')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newInterpreter(), label: t('list.add') }}
      columns={useInterpreterColumns()}
      nameOf={(row) => row.fullName}
    />
  )
}
