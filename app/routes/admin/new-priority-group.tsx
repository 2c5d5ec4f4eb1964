import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addPriorityGroup } from '#app/features/services/add-priority-group.server.ts'
import { AddPriorityGroup } from '#app/features/services/services.schema.ts'
import { PriorityGroupForm } from '#app/features/services/ui/priority-group-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('services:groups.new'), 'HallService')

export const action = newRowAction(AddPriorityGroup, addPriorityGroup, paths.priorityGroups())

export default function NewPriorityGroup() {
  const { t } = useTranslation('services')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('groups.new')} back={{ href: paths.priorityGroups(), label: t('groups.title') }}>
      <PriorityGroupForm submissionKey={submissionKey} />
    </EditPage>
  )
}
