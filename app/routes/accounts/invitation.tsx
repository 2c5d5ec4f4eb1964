import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewPasswordForm } from '#app/features/accounts/ui/new-password-form.tsx'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { acceptInvitation } from '#app/features/staff/accept-invitation.server.ts'
import { getInvitation } from '#app/features/staff/invitation.server.ts'
import { AcceptInvitation } from '#app/features/staff/staff.schema.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { invitationId = '' }, request) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const invitation = await getInvitation(ctx, invitationId, token)
  return {
    siteName: await siteNameOf(ctx),
    token,
    email: invitation.email,
    title: ctx.t('staff:accept.title'),
    lead: ctx.t('staff:accept.lead'),
    send: ctx.t('staff:accept.send'),
  }
})

export const action = tenantAction(
  form(AcceptInvitation, async (ctx, { invitationId = '' }, input) => {
    await acceptInvitation(ctx, invitationId, input)
    return redirect(`${paths.signIn()}?note=welcome`)
  }),
)

export default function InvitationPage() {
  const { siteName, ...form } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      <NewPasswordForm {...form} />
    </PlainPage>
  )
}
