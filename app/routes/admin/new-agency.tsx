import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addAgency } from '#app/features/agencies/add-agency.server.ts'
import { AddAgency } from '#app/features/agencies/agencies.schema.ts'
import { NewAgencyForm } from '#app/features/agencies/ui/new-agency-form.tsx'
import { authorize } from '#app/core/access/authorize.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  authorize(ctx.ability, 'configure', 'Agency')
  return {
    title: ctx.t('agencies:new.title'),
    submissionKey: randomUUID(),
  }
})

export const action = staffAction(
  form(AddAgency, async (ctx, _params, input) => {
    const changed = await addAgency(ctx, input)
    return redirect(paths.withNotice(paths.agencies(), changed))
  }),
)

export default function NewAgency() {
  const { t } = useTranslation('agencies')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.agencies(), label: t('list.title') }}>
      <NewAgencyForm submissionKey={submissionKey} />
    </EditPage>
  )
}
