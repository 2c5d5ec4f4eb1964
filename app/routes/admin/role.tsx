import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { getRole } from '#app/features/roles/roles.queries.server.ts'
import { SeeAsRole, SetRolePermissions } from '#app/features/roles/roles.schema.ts'
import { seeAsRole } from '#app/features/roles/see-as-role.server.ts'
import { worksForAgency } from '#app/features/roles/seeing.server.ts'
import { SeeAsForm } from '#app/features/roles/ui/see-as-form.tsx'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { setRolePermissions } from '#app/features/roles/set-role-permissions.server.ts'
import { RoleForm } from '#app/features/roles/ui/role-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { role = '' }) => {
  const view = await getRole(ctx, role)
  const agencies = worksForAgency(view.role) ? await listAgencies(ctx) : undefined
  return { title: ctx.t(`staff:role.${view.role}`), submissionKey: randomUUID(), view, agencies }
})

export const action = staffAction({
  save: form(SetRolePermissions, async (ctx, { role = '' }, input) =>
    redirect(paths.role(role, await setRolePermissions(ctx, role, input))),
  ),
  see: form(SeeAsRole, async (ctx, { role = '' }, input) =>
    redirect(paths.worklist(), { headers: { 'Set-Cookie': await seeAsRole(ctx, role, input) } }),
  ),
})

export default function Role() {
  const { t } = useTranslation('roles')
  const { title, view, submissionKey, agencies } = useLoaderData<typeof loader>()
  return (
    <EditPage title={title} back={{ href: paths.roles(), label: t('title') }}>
      <RoleForm view={view} submissionKey={submissionKey} />
      <SeeAsForm agencies={agencies} />
    </EditPage>
  )
}
