import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { doneBefore } from '#app/features/appeals/place.server.ts'
import { DoneNotice } from '#app/features/appeals/ui/done-notice.tsx'
import worklistScript from '#app/features/worklists/ui/enhance/worklist.ts?worker&url'
import { WorklistPage } from '#app/features/worklists/ui/worklist-page.tsx'
import { worklistForms } from '#app/features/worklists/worklist-forms.server.ts'
import { getWorklist } from '#app/features/worklists/worklist-page.queries.server.ts'
import { staffAction, staffLoader } from '#app/core/http/routes.server.ts'
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

export const action = staffAction(worklistForms)

export default function Worklist() {
  const { done, ...page } = useLoaderData<typeof loader>()
  return <WorklistPage {...page} done={<DoneNotice done={done} />} />
}
