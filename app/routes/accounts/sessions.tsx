import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Nothing, RevokeSession } from '#app/features/accounts/accounts.schema.ts'
import { listSessions, revokeOtherSessions, revokeSession } from '#app/features/accounts/sessions.server.ts'
import { SessionsPage } from '#app/features/accounts/ui/sessions-page.tsx'
import { accountAction, accountLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = accountLoader(async (ctx, _params, request) => ({
  title: ctx.t('accounts:sessions.title'),
  sessions: await listSessions(ctx),
  ended: new URL(request.url).searchParams.has('ended'),
}))

export const action = accountAction({
  revoke: form(RevokeSession, async (ctx, _params, { sessionId }) => {
    await revokeSession(ctx, sessionId)
    return redirect(`${paths.sessions()}?ended`)
  }),
  revokeOthers: form(Nothing, async (ctx) => {
    await revokeOtherSessions(ctx)
    return redirect(`${paths.sessions()}?ended`)
  }),
})

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />
}
