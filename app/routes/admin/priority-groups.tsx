import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { priorityGroupRows } from '#app/features/services/service-rows.server.ts'
import { listAdminPriorityGroups } from '#app/features/services/service-admin.queries.server.ts'
import { usePriorityGroupColumns } from '#app/features/services/ui/service-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('services:groups.title'), listAdminPriorityGroups)

export const action = catalogueAction(priorityGroupRows, paths.priorityGroups())

export default function PriorityGroups() {
  const { t } = useTranslation('services')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('groups.title')}
      lead={t('groups.lead')}
      add={{ href: paths.newPriorityGroup(), label: t('groups.add') }}
      columns={usePriorityGroupColumns()}
      nameOf={(row) => row.name}
    />
  )
}
