import { Nothing } from '#app/features/accounts/accounts.schema.ts'
import { beginPasskeySignIn } from '#app/features/accounts/passkey-sign-in.server.ts'
import { NotFound } from '#app/core/errors.ts'
import { anyLoader, form, pagelessAction } from '#app/core/http/routes.server.ts'

/** Nothing to look at: a script of the sign-in's page asks here. */
export const loader = anyLoader(async () => {
  throw new NotFound('Page')
})

export const action = pagelessAction(
  form(Nothing, async (ctx, _params, _input, { clientAddress }) =>
    Response.json(await beginPasskeySignIn(ctx, clientAddress)),
  ),
)
