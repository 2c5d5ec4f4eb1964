import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AssignSelected } from '#app/features/appeals/appeals.schema.ts'
import { assignSelected } from '#app/features/appeals/assign-selected.server.ts'
import { doneBefore } from '#app/features/appeals/place.server.ts'
import { WorklistPage } from '#app/features/appeals/ui/worklist-page.tsx'
import { getWorklist } from '#app/features/appeals/worklist-page.queries.server.ts'
import worklistScript from '#app/features/appeals/ui/enhance/worklist.ts?worker&url'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [worklistScript] }

export const loader = staffLoader(async (ctx, _params, request) => {
  // An administrator configures and has no appeals to work on.
  if (!ctx.ability.can('read', 'Appeal') && ctx.ability.can('invite', 'StaffMember')) throw redirect(paths.admin())
  // Who sits at a counter registers appeals and has none to answer.
  if (!ctx.ability.can('read', 'Appeal') && ctx.ability.can('register', 'Appeal')) throw redirect(paths.registrations())
  const list = await getWorklist(ctx, new URL(request.url).searchParams)
  const assigned = new URL(request.url).searchParams.get('assigned')
  return { title: ctx.t('appeals:worklist.title'), list, assigned, done: await doneBefore(ctx, request) }
})

export const action = staffAction({
  assign: form(AssignSelected, async (ctx, _params, input, { request }) => {
    const assigned = await assignSelected(ctx, input)
    const list = Object.fromEntries(new URL(request.url).searchParams)
    return redirect(paths.worklist({ ...list, done: undefined, assigned: String(assigned) }))
  }),
})

export default function Worklist() {
  return <WorklistPage {...useLoaderData<typeof loader>()} />
}
