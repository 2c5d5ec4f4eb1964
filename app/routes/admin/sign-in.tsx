import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { addProviderRole, dropProviderRole } from '#app/features/providers/change-provider-roles.server.ts'
import { changeProvider } from '#app/features/providers/change-provider.server.ts'
import { getAdminProvider } from '#app/features/providers/providers.queries.server.ts'
import { AddProviderRole, ChangeProvider, DropProviderRole } from '#app/features/providers/providers.schema.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { ProviderPage } from '#app/features/providers/ui/provider-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  const shown = await getAdminProvider(ctx)
  const agencies = await listAdminAgencies(ctx)
  return {
    title: ctx.t('providers:title'),
    submissionKey: randomUUID(),
    ...shown,
    staffRoles,
    agencies: agencies.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })),
  }
})

const back = (changed: string | undefined) => redirect(paths.withNotice(paths.adminSignIn(), changed))

export const action = staffAction({
  change: form(ChangeProvider, async (ctx, _params, input) => back(await changeProvider(ctx, input))),
  addRole: form(AddProviderRole, async (ctx, _params, input) => back(await addProviderRole(ctx, input))),
  dropRole: form(DropProviderRole, async (ctx, _params, input) => back(await dropProviderRole(ctx, input))),
})

export default function AdminSignIn() {
  return <ProviderPage {...useLoaderData<typeof loader>()} />
}
