import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeService } from '#app/features/services/change-service.server.ts'
import { getAdminService } from '#app/features/services/service-admin.queries.server.ts'
import { serviceRows } from '#app/features/services/service-rows.server.ts'
import { ChangeService } from '#app/features/services/services.schema.ts'
import { ServiceForm } from '#app/features/services/ui/service-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { serviceId = '' }) => {
  const service = await getAdminService(ctx, serviceId)
  const agencies = await listAdminAgencies(ctx)
  return {
    title: service.name,
    submissionKey: randomUUID(),
    service,
    agencies: agencies.filter(({ id, retired }) => !retired || id === service.agencyId),
  }
})

export const action = staffAction({
  change: form(ChangeService, async (ctx, { serviceId = '' }, input) =>
    redirect(paths.service(serviceId, await changeService(ctx, serviceId, input))),
  ),
  ...stateForms(serviceRows, 'serviceId', paths.service),
})

export default function Service() {
  const { t } = useTranslation('services')
  const { service, agencies, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = service
  return (
    <EditPage
      title={service.name}
      caption={service.hall}
      back={{ href: paths.services(), label: t('list.title') }}
      retired={retired}
    >
      <ServiceForm service={service} halls={[]} agencies={agencies} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
