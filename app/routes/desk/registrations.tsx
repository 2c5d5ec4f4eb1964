import { useLoaderData } from '@remix-run/react'
import { listRegistrations } from '#app/features/registrations/registrations.queries.server.ts'
import { afterOf } from '#app/features/registrations/registrations.schema.server.ts'
import { RegistrationsPage } from '#app/features/registrations/ui/registrations-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, { url }) => {
  const after = afterOf(url)
  return {
    title: ctx.t('registrations:list.title'),
    list: await listRegistrations(ctx, after),
    further: after !== undefined,
  }
})

export default function Registrations() {
  return <RegistrationsPage {...useLoaderData<typeof loader>()} />
}
