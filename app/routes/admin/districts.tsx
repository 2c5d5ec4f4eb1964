import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { districtRows } from '#app/features/districts/district-rows.server.ts'
import { listAdminDistricts } from '#app/features/districts/districts.queries.server.ts'
import { useDistrictColumns } from '#app/features/districts/ui/district-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('districts:list.title'), listAdminDistricts)

export const action = catalogueAction(districtRows, paths.districts())

export default function Districts() {
  const { t } = useTranslation('districts')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newDistrict(), label: t('list.add') }}
      columns={useDistrictColumns()}
      nameOf={(row) => row.name}
    />
  )
}
