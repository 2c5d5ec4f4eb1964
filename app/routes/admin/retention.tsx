import { useLoaderData } from '@remix-run/react'
import { listStandingHolds } from '#app/features/holds/holds.queries.server.ts'
import { getRetention } from '#app/features/retentions/retentions.queries.server.ts'
import { RetentionPage } from '#app/features/retentions/ui/retention-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('retentions:title'),
  retention: await getRetention(ctx),
  holds: await listStandingHolds(ctx),
}))

export default function RetentionRoute() {
  return <RetentionPage {...useLoaderData<typeof loader>()} />
}
