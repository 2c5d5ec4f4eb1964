import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeDistrict } from '#app/features/districts/change-district.server.ts'
import { districtRows } from '#app/features/districts/district-rows.server.ts'
import { getAdminDistrict } from '#app/features/districts/districts.queries.server.ts'
import { ChangeDistrict } from '#app/features/districts/districts.schema.ts'
import { DistrictForm } from '#app/features/districts/ui/district-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { districtId = '' }) => {
  const district = await getAdminDistrict(ctx, districtId)
  return { title: district.name, submissionKey: randomUUID(), district }
})

export const action = staffAction({
  change: form(ChangeDistrict, async (ctx, { districtId = '' }, input) =>
    redirect(paths.district(districtId, await changeDistrict(ctx, districtId, input))),
  ),
  ...stateForms(districtRows, 'districtId', paths.district),
})

export default function District() {
  const { t } = useTranslation('districts')
  const { district, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = district
  return (
    <EditPage title={district.name} back={{ href: paths.districts(), label: t('list.title') }} retired={retired}>
      <DistrictForm district={district} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
