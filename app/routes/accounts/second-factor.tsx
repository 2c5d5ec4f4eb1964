import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConfirmSecondFactor, ProposeSecondFactor, WithPassword } from '#app/features/accounts/accounts.schema.ts'
import {
  confirmSecondFactor,
  makeRecoveryCodes,
  proposeSecondFactor,
  switchOffSecondFactor,
} from '#app/features/accounts/second-factor.server.ts'
import { secondFactorPage } from '#app/features/accounts/second-factor-page.server.ts'
import { RecoveryCodes } from '#app/features/accounts/ui/recovery-codes.tsx'
import { SecondFactorPage } from '#app/features/accounts/ui/second-factor-page.tsx'
import { form, personAction, personLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = personLoader(async (ctx) => ({
  title: ctx.t('accounts:secondFactor.title'),
  page: await secondFactorPage(ctx),
}))

export const action = personAction({
  propose: form(ProposeSecondFactor, async (ctx, _params, { currentPassword }) => {
    await proposeSecondFactor(ctx, currentPassword)
    return redirect(paths.secondFactor())
  }),
  // The codes are the answer itself: led on, the browser would have to be told them a second time.
  confirm: form(ConfirmSecondFactor, async (ctx, _params, input) =>
    data({ recoveryCodes: await confirmSecondFactor(ctx, input) }),
  ),
  renew: form(WithPassword, async (ctx, _params, { currentPassword }) =>
    data({ recoveryCodes: await makeRecoveryCodes(ctx, currentPassword) }),
  ),
  switchOff: form(WithPassword, async (ctx, _params, { currentPassword }) => {
    await switchOffSecondFactor(ctx, currentPassword)
    return redirect(`${paths.account()}?note=off`)
  }),
})

export default function SecondFactor() {
  const { page } = useLoaderData<typeof loader>()
  const codes = useActionData<{ recoveryCodes?: string[] }>()?.recoveryCodes
  return codes ? <RecoveryCodes codes={codes} next={paths.account()} /> : <SecondFactorPage {...page} />
}
