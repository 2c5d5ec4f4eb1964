import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getAccount } from '#app/features/accounts/account.queries.server.ts'
import { AccountPage } from '#app/features/accounts/ui/account-page.tsx'
import { chooseLocale } from '#app/features/staff/choose-locale.server.ts'
import { ChooseLocale } from '#app/features/staff/staff.schema.ts'
import { NotFound } from '#app/core/errors.ts'
import { accountAction, accountLoader, form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

const notes = ['password', 'off'] as const

export const loader = accountLoader(async (ctx, _params, request) => {
  const given = new URL(request.url).searchParams.get('note')
  return {
    title: ctx.t('accounts:account.title'),
    account: await getAccount(ctx),
    note: notes.find((note) => note === given),
  }
})

export const action = accountAction(
  form(ChooseLocale, async (ctx, _params, input) => {
    if (ctx.world !== 'tenant') throw new NotFound('Form')
    await chooseLocale(ctx, input)
    return redirect(paths.account())
  }),
)

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
