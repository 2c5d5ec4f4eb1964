import { redirect } from '@remix-run/node'
import { SignOut } from '#app/features/accounts/accounts.schema.ts'
import { signOut } from '#app/features/accounts/sign-out.server.ts'
import { anyLoader, form, pagelessAction } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

/** A link never signs anybody out. */
export const loader = anyLoader(async () => redirect(paths.signIn()))

export const action = pagelessAction(
  form(SignOut, async (ctx, _params, input) =>
    redirect(paths.signIn(), { headers: await signOut(ctx, input.everywhere === 'yes') }),
  ),
)

/** Never seen; with it a failure is the error page and not a line of JSON. */
export default function SignOutPage() {
  return null
}
