import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addAgency } from '#app/features/agencies/add-agency.server.ts'
import { AddAgency } from '#app/features/agencies/agencies.schema.ts'
import { NewAgencyForm } from '#app/features/agencies/ui/new-agency-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('agencies:new.title'), 'Agency')

export const action = newRowAction(AddAgency, addAgency, paths.agencies())

export default function NewAgency() {
  const { t } = useTranslation('agencies')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.agencies(), label: t('list.title') }}>
      <NewAgencyForm submissionKey={submissionKey} />
    </EditPage>
  )
}
