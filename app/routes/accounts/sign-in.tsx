import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PasskeySignIn, SignIn } from '#app/features/accounts/accounts.schema.ts'
import { signInByPasskey } from '#app/features/accounts/passkey-sign-in.server.ts'
import { providerProblems } from '#app/features/accounts/provider-problems.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import passkeys from '#app/features/accounts/ui/enhance/passkeys.ts?worker&url'
import { SignInForm } from '#app/features/accounts/ui/sign-in-form.tsx'
import { providerButton } from '#app/features/providers/public.server.ts'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import type { AnyContext } from '#app/core/context.ts'
import { anyAction, anyLoader, form } from '#app/core/http/routes.server.ts'
import { ownPath, paths } from '#app/core/paths.ts'

export const handle = { scripts: [passkeys] }

const notes = ['changed', 'welcome'] as const

export const loader = anyLoader(async (ctx, _params, request) => {
  const query = new URL(request.url).searchParams
  return {
    title: ctx.t('accounts:signIn.title'),
    siteName: await siteNameOf(ctx),
    next: query.get('next') ?? '',
    note: notes.find((note) => note === query.get('note')),
    problem: providerProblems.find((problem) => problem === query.get('problem')),
    provider: ctx.world === 'tenant' ? await providerButton(ctx) : undefined,
  }
})

const homeOf = (ctx: AnyContext) => (ctx.world === 'tenant' ? paths.worklist() : paths.entrance())

export const action = anyAction({
  '': form(SignIn, async (ctx, _params, input, { request, clientAddress }) => {
    const { headers, codeWanted } = await signIn(ctx, input, request, clientAddress)
    if (codeWanted) return redirect(paths.signInCode(input.next || undefined), { headers })
    return redirect(ownPath(input.next, homeOf(ctx)), { headers })
  }),
  passkey: form(PasskeySignIn, async (ctx, _params, input, { request, clientAddress }) => {
    const headers = await signInByPasskey(ctx, input, request, clientAddress)
    return redirect(ownPath(input.next, homeOf(ctx)), { headers })
  }),
})

export default function SignInPage() {
  const { siteName, ...form } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      <SignInForm {...form} />
    </PlainPage>
  )
}
