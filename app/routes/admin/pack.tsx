import { useLoaderData } from '@remix-run/react'
import { describePack } from '#app/features/packs/describe-pack.queries.server.ts'
import { PackPage } from '#app/features/packs/ui/pack-page.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('packs:page.title'),
  ...(await describePack(ctx)),
}))

export default function Pack() {
  return <PackPage {...useLoaderData<typeof loader>()} />
}
