import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openByLink } from '#app/features/appeals/appeal-link.server.ts'
import { getTrackedAppeal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { TrackedAppealPage } from '#app/features/appeals/ui/tracked-appeal-page.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { grant } from '#app/core/http/grants.server.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }, request, clientAddress) => {
  const key = new URL(request.url).searchParams.get('key')
  if (key !== null) {
    await openByLink(ctx, appealId, key, clientAddress)
    // The key leaves the address bar at once: it must not be copied, printed or bookmarked with the page.
    throw redirect(paths.trackedAppeal(ctx.locale, appealId), { headers: await grant(ctx, appealId) })
  }
  const appeal = await getTrackedAppeal(ctx, appealId)
  return { title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`, appeal }
})

export default function TrackedAppeal() {
  const { appeal } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  return (
    <TrackedAppealPage
      appeal={appeal}
      filesOf={(files) => (
        <AttachmentList attachments={files} href={(fileId) => paths.appealFile(locale, appeal.id, fileId)} />
      )}
    />
  )
}
