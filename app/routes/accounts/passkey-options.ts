import { BeginPasskey } from '#app/features/accounts/accounts.schema.ts'
import { beginPasskey } from '#app/features/accounts/passkeys.server.ts'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { NotFound } from '#app/core/errors.ts'
import { anyLoader, form, scriptAccountAction } from '#app/core/http/routes.server.ts'

/** Nothing to look at: a script of the passkeys' page asks here. */
export const loader = anyLoader(async () => {
  throw new NotFound('Page')
})

export const action = scriptAccountAction(
  form(BeginPasskey, async (ctx, _params, { currentPassword }) =>
    Response.json(await beginPasskey(ctx, currentPassword, await siteNameOf(ctx))),
  ),
)
