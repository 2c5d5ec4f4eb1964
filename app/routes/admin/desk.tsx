import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeDesk } from '#app/features/halls/change-desk.server.ts'
import { getAdminDesk } from '#app/features/halls/hall-admin.queries.server.ts'
import { deskRows } from '#app/features/halls/hall-rows.server.ts'
import { ChangeDesk } from '#app/features/halls/halls.schema.ts'
import { DeskForm } from '#app/features/halls/ui/desk-form.tsx'
import { RetireRow } from '#app/core/changes/changes.schema.ts'
import { bringRowBack, retireRow } from '#app/core/changes/ordered.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { Panel } from '#app/ui/panel.tsx'

export const loader = staffLoader(async (ctx, { hallId = '', deskId = '' }) => {
  const desk = await getAdminDesk(ctx, hallId, deskId)
  const agencies = await listAdminAgencies(ctx)
  return {
    title: `${ctx.t('halls:desk.one')} ${desk.label}`,
    submissionKey: randomUUID(),
    hallId,
    desk,
    agencies: agencies.filter(({ id, retired }) => !retired || id === desk.agencyId),
  }
})

export const action = staffAction({
  change: form(ChangeDesk, async (ctx, { hallId = '', deskId = '' }, input) =>
    redirect(paths.hall(hallId, await changeDesk(ctx, deskId, input))),
  ),
  retire: form(RetireRow, async (ctx, { hallId = '', deskId = '' }, input) =>
    redirect(paths.hall(hallId, await retireRow(ctx, deskRows, deskId, input))),
  ),
  bringBack: form(RetireRow, async (ctx, { hallId = '', deskId = '' }, input) =>
    redirect(paths.hall(hallId, await bringRowBack(ctx, deskRows, deskId, input))),
  ),
})

export default function Desk() {
  const { t } = useTranslation('halls')
  const { hallId, desk, agencies, submissionKey } = useLoaderData<typeof loader>()
  const { label, retired, version } = desk
  return (
    <EditPage
      title={`${t('desk.one')} ${label}`}
      caption={desk.hall}
      back={{ href: paths.hall(hallId), label: t('desk.back') }}
      retired={retired}
    >
      <Panel>
        <DeskForm desk={desk} agencies={agencies} submissionKey={submissionKey} />
      </Panel>
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.deskHint')} />
    </EditPage>
  )
}
