import { data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewPasswordForm } from '#app/features/accounts/ui/new-password-form.tsx'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { acceptInvitation } from '#app/features/staff/accept-invitation.server.ts'
import { findInvitation } from '#app/features/staff/invitation.server.ts'
import { AcceptInvitation } from '#app/features/staff/staff.schema.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'

export const loader = tenantLoader(async (ctx, { invitationId = '' }, request) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const invitation = await findInvitation(ctx, invitationId, token)
  const page = {
    siteName: await siteNameOf(ctx),
    title: ctx.t('staff:accept.title'),
    used: ctx.t('staff:error.linkUsed'),
    form: invitation && {
      token,
      email: invitation.email,
      title: ctx.t('staff:accept.title'),
      lead: ctx.t('staff:accept.lead'),
      send: ctx.t('staff:accept.send'),
    },
  }
  return data(page, { status: invitation ? 200 : 404 })
})

export const action = tenantAction(
  form(AcceptInvitation, async (ctx, { invitationId = '' }, input) => {
    await acceptInvitation(ctx, invitationId, input)
    return redirect(`${paths.signIn()}?note=welcome`)
  }),
)

export default function InvitationPage() {
  const { siteName, used, form } = useLoaderData<typeof loader>()
  return <PlainPage siteName={siteName}>{form ? <NewPasswordForm {...form} /> : <EmptyState title={used} />}</PlainPage>
}
