import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addHall } from '#app/features/halls/add-hall.server.ts'
import { AddHall } from '#app/features/halls/halls.schema.ts'
import { HallForm } from '#app/features/halls/ui/hall-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'Hall')
  return {
    title: ctx.t('halls:new.title'),
    submissionKey: randomUUID(),
  }
})

export const action = staffAction(
  form(AddHall, async (ctx, _params, input) => {
    const changed = await addHall(ctx, input)
    return redirect(paths.withNotice(paths.halls(), changed))
  }),
)

export default function NewHall() {
  const { t } = useTranslation('halls')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.halls(), label: t('catalogue.title') }}>
      <HallForm submissionKey={submissionKey} />
    </EditPage>
  )
}
