import { randomUUID } from 'node:crypto'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { newRowAction } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { listHalls } from '#app/features/halls/halls.queries.server.ts'
import { addService } from '#app/features/services/add-service.server.ts'
import { AddService } from '#app/features/services/services.schema.ts'
import { ServiceForm } from '#app/features/services/ui/service-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'HallService')
  return {
    title: ctx.t('services:new.title'),
    submissionKey: randomUUID(),
    halls: await listHalls(ctx),
    agencies: await listAgencies(ctx),
  }
})

export const action = newRowAction(AddService, addService, paths.services())

export default function NewService() {
  const { t } = useTranslation('services')
  const { halls, agencies, submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.services(), label: t('list.title') }}>
      <ServiceForm halls={halls} agencies={agencies} submissionKey={submissionKey} />
    </EditPage>
  )
}
