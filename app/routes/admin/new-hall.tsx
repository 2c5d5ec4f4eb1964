import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addHall } from '#app/features/halls/add-hall.server.ts'
import { AddHall } from '#app/features/halls/halls.schema.ts'
import { HallForm } from '#app/features/halls/ui/hall-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('halls:new.title'), 'Hall')

export const action = newRowAction(AddHall, addHall, paths.halls())

export default function NewHall() {
  const { t } = useTranslation('halls')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.halls(), label: t('catalogue.title') }}>
      <HallForm submissionKey={submissionKey} />
    </EditPage>
  )
}
