import { data } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { verifyLetter } from '#app/features/letters/letters.queries.server.ts'
import { VerifiedPage } from '#app/features/letters/ui/verified-page.tsx'
import { getRegion } from '#app/features/regions/regions.queries.server.ts'
import { ResidentPage } from '#app/features/regions/ui/resident-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'

// Under no layout: counting tries gives back the connection that loaders share.
export const loader = tenantLoader(async (ctx, { code = '' }, _request, clientAddress) => {
  const letter = await verifyLetter(ctx, code, clientAddress)
  const region = await getRegion(ctx)
  const title = ctx.t(letter ? 'letters:verify.real' : 'letters:verify.unknown')
  const page = { title, siteName: region.centre, region, letter }
  return data(page, { status: letter ? 200 : 404 })
})

export default function VerifiedLetter() {
  const { region, letter } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <ResidentPage region={region} pathname={pathname}>
      <VerifiedPage letter={letter} typed={pathname.split('/').at(-1) ?? ''} />
    </ResidentPage>
  )
}
