import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WithdrawAppeal } from '#app/features/appeals/resident-acts.schema.ts'
import { getWithdrawal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { WithdrawPage } from '#app/features/appeals/ui/withdraw-page.tsx'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import { leaveAsCosigner } from '#app/features/cosigners/leave-as-cosigner.server.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('appeals:withdraw.title'),
  withdrawal: { ...(await getWithdrawal(ctx, appealId)), submissionKey: randomUUID() },
}))

export const action = tenantAction(
  form(WithdrawAppeal, async (ctx, { appealId = '' }, input) => {
    const { cosignerId } = await getWithdrawal(ctx, appealId)
    if (cosignerId) await leaveAsCosigner(ctx, cosignerId)
    else await withdrawAppeal(ctx, appealId, input)
    return redirect(paths.trackedAppeal(ctx.locale, appealId))
  }),
)

export default function Withdraw() {
  return <WithdrawPage {...useLoaderData<typeof loader>().withdrawal} />
}
