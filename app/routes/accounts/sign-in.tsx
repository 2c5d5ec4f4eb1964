import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SignIn } from '#app/features/accounts/accounts.schema.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { SignInForm } from '#app/features/accounts/ui/sign-in-form.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import { anyAction, anyLoader, form } from '#app/core/http/routes.server.ts'
import { ownPath, paths } from '#app/core/paths.ts'

const notes = ['changed', 'welcome'] as const

export const loader = anyLoader(async (ctx, _params, request) => {
  const query = new URL(request.url).searchParams
  return {
    title: ctx.t('accounts:signIn.title'),
    siteName: await siteNameOf(ctx),
    next: query.get('next') ?? '',
    note: notes.find((note) => note === query.get('note')),
  }
})

export const action = anyAction(
  form(SignIn, async (ctx, _params, input, { request, clientAddress }) => {
    const headers = await signIn(ctx, input, request, clientAddress)
    const home = ctx.world === 'tenant' ? paths.worklist() : paths.entrance()
    return redirect(ownPath(input.next, home), { headers })
  }),
)

export default function SignInPage() {
  const { siteName, next, note } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      <SignInForm next={next} note={note} />
    </PlainPage>
  )
}
