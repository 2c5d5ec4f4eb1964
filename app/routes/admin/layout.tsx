import { randomUUID } from 'node:crypto'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { findOpenChange, listHistory } from '#app/features/changes/history.queries.server.ts'
import { HistoryPanel } from '#app/features/changes/ui/history-panel.tsx'
import { UndoNotice } from '#app/features/changes/ui/undo-notice.tsx'
import { getLaunchBar } from '#app/features/launches/launch.queries.server.ts'
import { LaunchBar } from '#app/features/launches/ui/launch-bar.tsx'
import { AdminTabs } from '#app/features/regions/ui/admin-tabs.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, params, request) => {
  authorize(ctx.ability, 'configure', 'Region')
  const changed = new URL(request.url).searchParams.get('changed')
  const { agencyId, categoryId, districtId, hallId, hotlineId, interpreterId } = params
  const { staffMemberId, templateId, ruleId, textKey, termKind, role } = params
  const ids = [agencyId, categoryId, districtId, hallId, hotlineId, interpreterId]
  const ofRegion = new URL(request.url).pathname === paths.region() ? 'region' : undefined
  const subjectId =
    [...ids, staffMemberId, templateId, ruleId, textKey, termKind, role].find((id) => id !== undefined) ?? ofRegion
  return {
    submissionKey: randomUUID(),
    bar: await getLaunchBar(ctx, new URL(request.url).pathname),
    change: changed ? await findOpenChange(ctx, changed) : undefined,
    history: subjectId ? await listHistory(ctx, subjectId) : [],
  }
})

export default function Admin() {
  const { submissionKey, change, history, bar } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <AdminTabs pathname={useLocation().pathname} />
      {bar ? <LaunchBar bar={bar} /> : null}
      {change ? <UndoNotice change={change} submissionKey={submissionKey} /> : null}
      <Outlet />
      <HistoryPanel items={history} />
    </div>
  )
}
