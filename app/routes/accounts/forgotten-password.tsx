import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ForgottenPassword } from '#app/features/accounts/accounts.schema.ts'
import { requestReset } from '#app/features/accounts/reset-password.server.ts'
import { ForgottenPasswordForm } from '#app/features/accounts/ui/forgotten-password-form.tsx'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { anyAction, anyLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx, _params, request) => {
  const sent = new URL(request.url).searchParams.has('sent')
  const title = ctx.t(sent ? 'accounts:forgotten.sent' : 'accounts:forgotten.title')
  return { title, siteName: await siteNameOf(ctx), sent }
})

export const action = anyAction(
  form(ForgottenPassword, async (ctx, _params, input, { clientAddress }) => {
    await requestReset(ctx, input, clientAddress)
    return redirect(`${paths.forgottenPassword()}?sent`)
  }),
)

export default function ForgottenPasswordPage() {
  const { siteName, sent } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      <ForgottenPasswordForm sent={sent} />
    </PlainPage>
  )
}
