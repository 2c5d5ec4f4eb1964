import { useLoaderData } from '@remix-run/react'
import { getRegistration } from '#app/features/registrations/registrations.queries.server.ts'
import { RegistrationPage } from '#app/features/registrations/ui/registration-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('registrations:registered.title'),
  registered: await getRegistration(ctx, appealId),
}))

export default function Registration() {
  return <RegistrationPage registered={useLoaderData<typeof loader>().registered} />
}
