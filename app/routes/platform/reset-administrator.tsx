import { redirect } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { ResetSecondFactor } from '#app/features/accounts/accounts.schema.ts'
import { administratorResets } from '#app/features/accounts/administrator-resets.queries.server.ts'
import { askAdministratorReset } from '#app/features/accounts/ask-administrator-reset.server.ts'
import { ResetAdministratorPage } from '#app/features/accounts/ui/reset-administrator-page.tsx'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { SignInNeeded } from '#app/core/errors.ts'
import { form, operatorAction, operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, { slug = '' }) => {
  if (ctx.principal.kind !== 'platform') throw new SignInNeeded()
  const { name, roles } = ctx.principal
  return {
    title: ctx.t('accounts:resetAdministrator.title'),
    person: { name, roles: [...roles] },
    resets: await administratorResets(ctx, slug),
  }
})

export const action = operatorAction(
  form(ResetSecondFactor, async (ctx, { slug = '' }, input) => {
    if (!ctx.signedIn) throw new SignInNeeded()
    await askAdministratorReset({ ...ctx, signedIn: ctx.signedIn }, slug, input)
    return redirect(paths.resetAdministrator(slug))
  }),
)

export default function ResetAdministrator() {
  const { person, resets } = useLoaderData<typeof loader>()
  return (
    <PlatformPage person={person} pathname={useLocation().pathname}>
      <ResetAdministratorPage resets={resets} />
    </PlatformPage>
  )
}
