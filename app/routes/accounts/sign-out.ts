import { redirect } from '@remix-run/node'
import { SignOut } from '#app/features/accounts/accounts.schema.ts'
import { signOut } from '#app/features/accounts/sign-out.server.ts'
import { anyAction, anyLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

/** A link never signs anybody out. */
export const loader = anyLoader(async () => redirect(paths.signIn()))

export const action = anyAction(
  form(SignOut, async (ctx, _params, input, { request }) =>
    redirect(paths.signIn(), { headers: await signOut(ctx, input.everywhere === 'yes', request) }),
  ),
)
