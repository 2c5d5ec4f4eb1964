import { redirect } from '@remix-run/node'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { ChooseTemplate } from './answer-selected.schema.server.ts'
import { assignSelected } from './assign-selected.server.ts'
import { changeView } from './change-view.server.ts'
import { removeView } from './remove-view.server.ts'
import { saveView } from './save-view.server.ts'
import { AssignSelected, ChangeView, RemoveView, SaveView } from './worklists.schema.ts'

/** The list that the form was sent from, with what its address shall say beside. */
const listOf = ({ url }: Request, changes: Readonly<Record<string, string | undefined>>) => {
  const { searchParams } = new URL(url)
  const columns = searchParams.getAll('columns').join(' ') || undefined
  return paths.worklist({
    ...Object.fromEntries(searchParams),
    columns,
    done: undefined,
    assigned: undefined,
    ...changes,
  })
}

/** What can be done in a list: with the rows that are ticked, and with the list as a saved view. */
export const worklistForms = {
  assign: form<TenantContext, typeof AssignSelected>(AssignSelected, async (ctx, _params, input, { request }) =>
    redirect(listOf(request, { assigned: String(await assignSelected(ctx, input)) })),
  ),
  answer: form<TenantContext, typeof ChooseTemplate>(ChooseTemplate, async (_ctx, _params, { appeal, templateId }) =>
    redirect(paths.answers({ appeals: appeal.join('.'), template: templateId })),
  ),
  save: form<TenantContext, typeof SaveView>(SaveView, async (ctx, _params, input, { request }) =>
    redirect(listOf(request, { saved: await saveView(ctx, input) })),
  ),
  change: form<TenantContext, typeof ChangeView>(ChangeView, async (ctx, _params, input, { request }) => {
    await changeView(ctx, input)
    return redirect(listOf(request, {}))
  }),
  remove: form<TenantContext, typeof RemoveView>(RemoveView, async (ctx, _params, input, { request }) => {
    await removeView(ctx, input)
    return redirect(listOf(request, { saved: undefined }))
  }),
}
