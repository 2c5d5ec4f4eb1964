import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { addDesk } from '#app/features/halls/add-desk.server.ts'
import { changeHall } from '#app/features/halls/change-hall.server.ts'
import { getAdminHall } from '#app/features/halls/hall-admin.queries.server.ts'
import { deskRows, hallRows } from '#app/features/halls/hall-rows.server.ts'
import { AddDesk, ChangeHall, RetireHall } from '#app/features/halls/halls.schema.ts'
import { retireHall } from '#app/features/halls/retire-hall.server.ts'
import { DesksPanel } from '#app/features/halls/ui/desks-panel.tsx'
import { HallForm } from '#app/features/halls/ui/hall-form.tsx'
import { WithDesks } from '#app/features/halls/ui/with-desks.tsx'
import { MoveRow, RetireRow } from '#app/core/changes/changes.schema.ts'
import { bringRowBack, moveRow } from '#app/core/changes/ordered.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { hallId = '' }) => {
  const hall = await getAdminHall(ctx, hallId)
  return { title: hall.name, submissionKey: randomUUID(), hall, agencies: await listAgencies(ctx) }
})

export const action = staffAction({
  change: form(ChangeHall, async (ctx, { hallId = '' }, input) =>
    redirect(paths.hall(hallId, await changeHall(ctx, hallId, input))),
  ),
  addDesk: form(AddDesk, async (ctx, { hallId = '' }, input) =>
    redirect(paths.hall(hallId, await addDesk(ctx, hallId, input))),
  ),
  move: form(MoveRow, async (ctx, { hallId = '' }, input) =>
    redirect(paths.hall(hallId, await moveRow(ctx, deskRows, input))),
  ),
  retire: form(RetireHall, async (ctx, { hallId = '' }, input) =>
    redirect(paths.hall(hallId, await retireHall(ctx, hallId, input))),
  ),
  bringBack: form(RetireRow, async (ctx, { hallId = '' }, input) =>
    redirect(paths.hall(hallId, await bringRowBack(ctx, hallRows, hallId, input))),
  ),
})

export default function Hall() {
  const { t } = useTranslation('halls')
  const { hall, agencies, submissionKey } = useLoaderData<typeof loader>()
  const { name, retired, version } = hall
  return (
    <EditPage title={name} back={{ href: paths.halls(), label: t('catalogue.title') }} retired={retired}>
      <HallForm hall={hall} submissionKey={submissionKey} />
      <DesksPanel hall={hall} agencies={agencies} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')}>
        {hall.desks.some((desk) => !desk.retired) ? <WithDesks /> : null}
      </StatePanel>
    </EditPage>
  )
}
