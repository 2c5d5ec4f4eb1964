import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewPassword } from '#app/features/accounts/accounts.schema.ts'
import { resetPassword } from '#app/features/accounts/reset-password.server.ts'
import { NewPasswordForm } from '#app/features/accounts/ui/new-password-form.tsx'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { anyAction, anyLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx, _params, request) => ({
  title: ctx.t('accounts:newPassword.title'),
  siteName: await siteNameOf(ctx),
  token: new URL(request.url).searchParams.get('token') ?? '',
  texts: {
    title: ctx.t('accounts:newPassword.title'),
    send: ctx.t('accounts:newPassword.send'),
    again: ctx.t('accounts:newPassword.again'),
  },
}))

export const action = anyAction(
  form(NewPassword, async (ctx, _params, input) => {
    await resetPassword(ctx, input)
    return redirect(`${paths.signIn()}?note=changed`)
  }),
)

export default function NewPasswordPage() {
  const { siteName, token, texts } = useLoaderData<typeof loader>()
  const { again, ...form } = texts
  return (
    <PlainPage siteName={siteName}>
      <NewPasswordForm token={token} {...form}>
        <p>
          <a href={paths.forgottenPassword()}>{again}</a>
        </p>
      </NewPasswordForm>
    </PlainPage>
  )
}
