import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AddPasskey, RemovePasskey, RenamePasskey } from '#app/features/accounts/accounts.schema.ts'
import { addPasskey, listPasskeys, removePasskey, renamePasskey } from '#app/features/accounts/passkeys.server.ts'
import { PasskeysPage } from '#app/features/accounts/ui/passkeys-page.tsx'
import passkeys from '#app/features/accounts/ui/enhance/passkeys.ts?worker&url'
import { accountAction, accountLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const handle = { scripts: [passkeys] }

export const loader = accountLoader(async (ctx, _params, request) => ({
  title: ctx.t('accounts:passkeys.title'),
  passkeys: await listPasskeys(ctx),
  added: new URL(request.url).searchParams.has('added'),
}))

export const action = accountAction({
  add: form(AddPasskey, async (ctx, _params, input, { request }) => {
    await addPasskey(ctx, input, request.headers.get('User-Agent'))
    return redirect(`${paths.passkeys()}?added`)
  }),
  rename: form(RenamePasskey, async (ctx, _params, input) => {
    await renamePasskey(ctx, input)
    return redirect(paths.passkeys())
  }),
  remove: form(RemovePasskey, async (ctx, _params, { passkeyId }) => {
    await removePasskey(ctx, passkeyId)
    return redirect(paths.passkeys())
  }),
})

export default function Passkeys() {
  return <PasskeysPage {...useLoaderData<typeof loader>()} />
}
