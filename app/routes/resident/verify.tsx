import { redirect } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { typedLetterCode } from '#app/features/letters/code.ts'
import { VerifyPage } from '#app/features/letters/ui/verify-page.tsx'
import { getRegion } from '#app/features/regions/regions.queries.server.ts'
import { ResidentPage } from '#app/features/regions/ui/resident-page.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, _params, request) => {
  const typed = new URL(request.url).searchParams.get('letter')
  const code = typedLetterCode(typed ?? '').replace(/[^0-9A-Z]/g, '')
  if (code) throw redirect(paths.verifyLetter(ctx.locale, code))
  const region = await getRegion(ctx)
  return { title: ctx.t('letters:verify.title'), siteName: region.centre, region, missing: typed !== null }
})

export default function Verify() {
  const { region, missing } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <ResidentPage region={region} pathname={pathname}>
      <VerifyPage missing={missing} />
    </ResidentPage>
  )
}
