import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountPage } from '#app/features/staff/ui/account-page.tsx'
import { chooseLocale } from '#app/features/staff/choose-locale.server.ts'
import { ChooseLocale } from '#app/features/staff/staff.schema.ts'
import { SignInNeeded } from '#app/core/errors.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => {
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  return { title: ctx.t('accounts:account.title'), name: ctx.principal.name, locale: ctx.principal.locale }
})

export const action = staffAction(
  form(ChooseLocale, async (ctx, _params, input) => {
    await chooseLocale(ctx, input)
    return redirect(paths.account())
  }),
)

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
