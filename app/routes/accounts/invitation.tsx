import { data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewPasswordForm } from '#app/features/accounts/ui/new-password-form.tsx'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { SpentLink } from '#app/features/accounts/ui/spent-link.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { acceptInvitation } from '#app/features/staff/accept-invitation.server.ts'
import { findInvitation, whySpent } from '#app/features/staff/invitation.server.ts'
import { AcceptInvitation } from '#app/features/staff/staff.schema.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { invitationId = '' }, request) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const invitation = await findInvitation(ctx, invitationId, token)
  const spent = invitation ? undefined : ((await whySpent(ctx, invitationId, token)) ?? 'unknown')
  const title = ctx.t(spent ? `staff:accept.${spent}.title` : 'staff:accept.title')
  const page = {
    siteName: await siteNameOf(ctx),
    title,
    spent: spent && { title, lead: ctx.t(`staff:accept.${spent}.text`), label: ctx.t('accounts:signIn.send') },
    form: invitation && {
      token,
      email: invitation.email,
      title,
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
  const { siteName, spent, form } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      {form ? <NewPasswordForm {...form} /> : null}
      {spent ? <SpentLink {...spent} href={paths.signIn()} /> : null}
    </PlainPage>
  )
}
