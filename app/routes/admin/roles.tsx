import { useLoaderData } from '@remix-run/react'
import { getMatrix } from '#app/features/roles/roles.queries.server.ts'
import { RolesPage } from '#app/features/roles/ui/roles-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({ title: ctx.t('roles:title'), matrix: await getMatrix(ctx) }))

export default function Roles() {
  return <RolesPage {...useLoaderData<typeof loader>()} />
}
