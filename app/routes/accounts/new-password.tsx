import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewPassword } from '#app/features/accounts/accounts.schema.ts'
import { opensReset, resetPassword } from '#app/features/accounts/reset-password.server.ts'
import { NewPasswordForm } from '#app/features/accounts/ui/new-password-form.tsx'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { SpentLink } from '#app/features/accounts/ui/spent-link.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { anyAction, anyLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx, _params, request) => {
  const token = (new URL(request.url).searchParams.get('token') ?? '').slice(0, 200)
  const title = ctx.t('accounts:newPassword.title')
  return {
    title,
    siteName: await siteNameOf(ctx),
    form: (await opensReset(ctx, token)) ? { token, title, send: ctx.t('accounts:newPassword.send') } : undefined,
    spent: { title, lead: ctx.t('accounts:error.linkUsed'), label: ctx.t('accounts:newPassword.again') },
    back: ctx.t('accounts:forgotten.back'),
  }
})

export const action = anyAction(
  form(NewPassword, async (ctx, _params, input) => {
    await resetPassword(ctx, input)
    return redirect(`${paths.signIn()}?note=changed`)
  }),
)

export default function NewPasswordPage() {
  const { siteName, form, spent, back } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      {form ? (
        <NewPasswordForm {...form} />
      ) : (
        <SpentLink {...spent} href={paths.forgottenPassword()}>
          <p>
            <a href={paths.signIn()}>{back}</a>
          </p>
        </SpentLink>
      )}
    </PlainPage>
  )
}
