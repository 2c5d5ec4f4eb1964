import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeHotline } from '#app/features/hotlines/change-hotline.server.ts'
import { hotlineRows } from '#app/features/hotlines/hotline-rows.server.ts'
import { getAdminHotline } from '#app/features/hotlines/hotlines.queries.server.ts'
import { ChangeHotline } from '#app/features/hotlines/hotlines.schema.ts'
import { HotlineForm } from '#app/features/hotlines/ui/hotline-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { hotlineId = '' }) => {
  const hotline = await getAdminHotline(ctx, hotlineId)
  return { title: hotline.number, submissionKey: randomUUID(), hotline }
})

export const action = staffAction({
  change: form(ChangeHotline, async (ctx, { hotlineId = '' }, input) =>
    redirect(paths.hotline(hotlineId, await changeHotline(ctx, hotlineId, input))),
  ),
  ...stateForms(hotlineRows, 'hotlineId', paths.hotline),
})

export default function Hotline() {
  const { t } = useTranslation('hotlines')
  const { hotline, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = hotline
  return (
    <EditPage title={hotline.number} back={{ href: paths.hotlines(), label: t('list.title') }} retired={retired}>
      <HotlineForm hotline={hotline} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
