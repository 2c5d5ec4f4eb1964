import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CodeStep, RecoveryStep, type SecondStep } from '#app/features/accounts/accounts.schema.ts'
import { finishSignIn, waitsForCode } from '#app/features/accounts/finish-sign-in.server.ts'
import { PlainPage } from '#app/features/accounts/ui/plain-page.tsx'
import { SecondStepForm } from '#app/features/accounts/ui/second-step-form.tsx'
import { siteNameOf } from '#app/features/regions/site-name.server.ts'
import type { AnyContext } from '#app/core/context.ts'
import { anyAction, anyLoader, form, type Act } from '#app/core/http/routes.server.ts'
import { ownPath, paths } from '#app/core/paths.ts'

export const loader = anyLoader(async (ctx, _params, request) => {
  const query = new URL(request.url).searchParams
  const next = query.get('next') ?? ''
  if (!(await waitsForCode(ctx, request))) throw redirect(paths.signIn(next || undefined))
  const byRecovery = query.has('recovery')
  return {
    title: ctx.t(byRecovery ? 'accounts:code.recoveryTitle' : 'accounts:code.title'),
    siteName: await siteNameOf(ctx),
    next,
    byRecovery,
  }
})

const finish: Act<AnyContext, SecondStep> = async (ctx, _params, input, { request, clientAddress }) => {
  const headers = await finishSignIn(ctx, input, request, clientAddress)
  const home = ctx.world === 'tenant' ? paths.worklist() : paths.regions()
  return redirect(ownPath(input.next, home), { headers })
}

export const action = anyAction({ code: form(CodeStep, finish), recovery: form(RecoveryStep, finish) })

export default function SignInCodePage() {
  const { siteName, next, byRecovery } = useLoaderData<typeof loader>()
  return (
    <PlainPage siteName={siteName}>
      <SecondStepForm next={next} byRecovery={byRecovery} />
    </PlainPage>
  )
}
