import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { listAdminServices } from '#app/features/services/service-admin.queries.server.ts'
import { serviceRows } from '#app/features/services/service-rows.server.ts'
import { useServiceColumns } from '#app/features/services/ui/service-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('services:list.title'), listAdminServices)

export const action = catalogueAction(serviceRows, paths.services())

export default function Services() {
  const { t } = useTranslation('services')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newService(), label: t('list.add') }}
      columns={useServiceColumns()}
      nameOf={(row) => row.name}
    />
  )
}
