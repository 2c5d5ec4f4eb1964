import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addDistrict } from '#app/features/districts/add-district.server.ts'
import { AddDistrict } from '#app/features/districts/districts.schema.ts'
import { DistrictForm } from '#app/features/districts/ui/district-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('districts:new.title'), 'District')

export const action = newRowAction(AddDistrict, addDistrict, paths.districts())

export default function NewDistrict() {
  const { t } = useTranslation('districts')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.districts(), label: t('list.title') }}>
      <DistrictForm submissionKey={submissionKey} />
    </EditPage>
  )
}
