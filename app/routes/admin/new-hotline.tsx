import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addHotline } from '#app/features/hotlines/add-hotline.server.ts'
import { AddHotline } from '#app/features/hotlines/hotlines.schema.ts'
import { HotlineForm } from '#app/features/hotlines/ui/hotline-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'Hotline')
  return {
    title: ctx.t('hotlines:new.title'),
    submissionKey: randomUUID(),
  }
})

export const action = staffAction(
  form(AddHotline, async (ctx, _params, input) => {
    const changed = await addHotline(ctx, input)
    return redirect(paths.withNotice(paths.hotlines(), changed))
  }),
)

export default function NewHotline() {
  const { t } = useTranslation('hotlines')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.hotlines(), label: t('list.title') }}>
      <HotlineForm submissionKey={submissionKey} />
    </EditPage>
  )
}
