import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { ChangeAgency, DropAgencyName, RenameAgency } from '#app/features/agencies/agencies.schema.ts'
import { getAdminAgency } from '#app/features/agencies/agency-admin.queries.server.ts'
import { agencyRows } from '#app/features/agencies/agency-rows.server.ts'
import { changeAgency } from '#app/features/agencies/change-agency.server.ts'
import { dropAgencyName } from '#app/features/agencies/drop-agency-name.server.ts'
import { renameAgency } from '#app/features/agencies/rename-agency.server.ts'
import { AgencyForms } from '#app/features/agencies/ui/agency-forms.tsx'
import { AgencyNamedBy, useAgencyHold } from '#app/features/agencies/ui/agency-holds.tsx'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { agencyId = '' }) => {
  const agency = await getAdminAgency(ctx, agencyId)
  return { title: agency.name, submissionKey: randomUUID(), agency }
})

export const action = staffAction({
  change: form(ChangeAgency, async (ctx, { agencyId = '' }, input) =>
    redirect(paths.agency(agencyId, await changeAgency(ctx, agencyId, input))),
  ),
  rename: form(RenameAgency, async (ctx, { agencyId = '' }, input) =>
    redirect(paths.agency(agencyId, await renameAgency(ctx, agencyId, input))),
  ),
  dropName: form(DropAgencyName, async (ctx, { agencyId = '' }, input) =>
    redirect(paths.agency(agencyId, await dropAgencyName(ctx, agencyId, input))),
  ),
  ...stateForms(agencyRows, 'agencyId', paths.agency),
})

export default function Agency() {
  const { t } = useTranslation('agencies')
  const { agency, submissionKey } = useLoaderData<typeof loader>()
  const { name, retired, version } = agency
  return (
    <EditPage title={name} back={{ href: paths.agencies(), label: t('list.title') }} retired={retired}>
      <AgencyForms agency={agency} submissionKey={submissionKey} />
      <StatePanel
        retired={retired}
        version={version}
        submissionKey={submissionKey}
        hint={t('retire.hint')}
        held={useAgencyHold(agency)}
      >
        <AgencyNamedBy named={agency.named} />
      </StatePanel>
    </EditPage>
  )
}
