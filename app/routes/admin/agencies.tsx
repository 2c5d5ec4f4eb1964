import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { agencyRows } from '#app/features/agencies/agency-rows.server.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { useAgencyColumns } from '#app/features/agencies/ui/agency-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('agencies:list.title'), listAdminAgencies)

export const action = catalogueAction(agencyRows, paths.agencies())

export default function Agencies() {
  const { t } = useTranslation('agencies')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newAgency(), label: t('list.add') }}
      columns={useAgencyColumns()}
      nameOf={(row) => row.name}
    />
  )
}
