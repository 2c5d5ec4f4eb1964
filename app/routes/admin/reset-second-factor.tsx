import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ResetSecondFactor } from '#app/features/accounts/accounts.schema.ts'
import { getColleague } from '#app/features/accounts/colleague.queries.server.ts'
import { resetSecondFactor } from '#app/features/accounts/reset-second-factor.server.ts'
import { ResetFactorPage } from '#app/features/accounts/ui/reset-factor-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { staffMemberId = '' }) => {
  const { fullName } = await getColleague(ctx, staffMemberId)
  return { title: ctx.t('accounts:resetFactor.title'), name: fullName, back: paths.staffMember(staffMemberId) }
})

export const action = staffAction(
  form(ResetSecondFactor, async (ctx, { staffMemberId = '' }, input) => {
    await resetSecondFactor(ctx, staffMemberId, input)
    return redirect(`${paths.staffMember(staffMemberId)}?note=reset`)
  }),
)

export default function ResetSecondFactorOf() {
  return <ResetFactorPage {...useLoaderData<typeof loader>()} />
}
