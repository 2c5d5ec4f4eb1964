import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addHotline } from '#app/features/hotlines/add-hotline.server.ts'
import { AddHotline } from '#app/features/hotlines/hotlines.schema.ts'
import { HotlineForm } from '#app/features/hotlines/ui/hotline-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('hotlines:new.title'), 'Hotline')

export const action = newRowAction(AddHotline, addHotline, paths.hotlines())

export default function NewHotline() {
  const { t } = useTranslation('hotlines')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.hotlines(), label: t('list.title') }}>
      <HotlineForm submissionKey={submissionKey} />
    </EditPage>
  )
}
