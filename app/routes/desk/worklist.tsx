import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WorklistPage } from '#app/features/appeals/ui/worklist-page.tsx'
import { listOpenAppeals } from '#app/features/appeals/worklist.queries.server.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  // An administrator configures and has no appeals to work on.
  if (!ctx.ability.can('read', 'Appeal') && ctx.ability.can('invite', 'StaffMember')) throw redirect(paths.admin())
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { title: ctx.t('appeals:worklist.title'), page: await listOpenAppeals(ctx, after), after }
})

export default function Worklist() {
  const { page, after } = useLoaderData<typeof loader>()
  return <WorklistPage page={page} isFirst={!after} />
}
