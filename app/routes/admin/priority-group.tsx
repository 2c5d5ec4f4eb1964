import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changePriorityGroup } from '#app/features/services/change-priority-group.server.ts'
import { priorityGroupRows } from '#app/features/services/service-rows.server.ts'
import { getAdminPriorityGroup } from '#app/features/services/service-admin.queries.server.ts'
import { ChangePriorityGroup } from '#app/features/services/services.schema.ts'
import { PriorityGroupForm } from '#app/features/services/ui/priority-group-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { groupId = '' }) => {
  const group = await getAdminPriorityGroup(ctx, groupId)
  return { title: group.name, submissionKey: randomUUID(), group }
})

export const action = staffAction({
  change: form(ChangePriorityGroup, async (ctx, { groupId = '' }, input) =>
    redirect(paths.priorityGroup(groupId, await changePriorityGroup(ctx, groupId, input))),
  ),
  ...stateForms(priorityGroupRows, 'groupId', paths.priorityGroup),
})

export default function PriorityGroup() {
  const { t } = useTranslation('services')
  const { group, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = group
  return (
    <EditPage title={group.name} back={{ href: paths.priorityGroups(), label: t('groups.title') }} retired={retired}>
      <PriorityGroupForm group={group} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('groups.retireHint')} />
    </EditPage>
  )
}
