import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { doneBefore } from '#app/features/appeals/place.server.ts'
import { WorklistPage } from '#app/features/appeals/ui/worklist-page.tsx'
import { getWorklist } from '#app/features/appeals/worklist-page.queries.server.ts'
import worklistScript from '#app/features/appeals/ui/enhance/worklist.ts?worker&url'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [worklistScript] }

export const loader = staffLoader(async (ctx, _params, request) => {
  // An administrator configures and has no appeals to work on.
  if (!ctx.ability.can('read', 'Appeal') && ctx.ability.can('invite', 'StaffMember')) throw redirect(paths.staff())
  const list = await getWorklist(ctx, new URL(request.url).searchParams)
  return { title: ctx.t('appeals:worklist.title'), list, done: await doneBefore(ctx, request) }
})

export default function Worklist() {
  return <WorklistPage {...useLoaderData<typeof loader>()} />
}
