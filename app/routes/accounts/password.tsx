import { redirect } from '@remix-run/node'
import { ChangePassword } from '#app/features/accounts/accounts.schema.ts'
import { changePassword } from '#app/features/accounts/change-password.server.ts'
import { ChangePasswordPage } from '#app/features/accounts/ui/change-password-page.tsx'
import { accountAction, accountLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = accountLoader(async (ctx) => ({ title: ctx.t('accounts:password.title') }))

export const action = accountAction(
  form(ChangePassword, async (ctx, _params, input) => {
    await changePassword(ctx, input)
    return redirect(`${paths.account()}?note=password`)
  }),
)

export default function Password() {
  return <ChangePasswordPage />
}
