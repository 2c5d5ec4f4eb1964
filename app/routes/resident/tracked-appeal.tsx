import { useLoaderData } from '@remix-run/react'
import { getTrackedAppeal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { TrackedAppealPage } from '#app/features/appeals/ui/tracked-appeal-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => {
  const appeal = await getTrackedAppeal(ctx, appealId)
  return { title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`, appeal }
})

export default function TrackedAppeal() {
  return <TrackedAppealPage appeal={useLoaderData<typeof loader>().appeal} />
}
