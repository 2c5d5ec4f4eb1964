import { useLoaderData } from '@remix-run/react'
import { getRecipients } from '#app/features/appeals/recipients.queries.server.ts'
import { getTrackedAppeal } from '#app/features/appeals/tracked-appeal.queries.server.ts'
import { TrackedAppealPage } from '#app/features/appeals/ui/tracked-appeal-page.tsx'
import { AttachmentList } from '#app/features/attachments/ui/attachment-list.tsx'
import { findAwaited } from '#app/features/cures/cures.queries.server.ts'
import { CureBanner } from '#app/features/cures/ui/cure-banner.tsx'
import { listLetters } from '#app/features/letters/letters.queries.server.ts'
import { LetterList } from '#app/features/letters/ui/letter-list.tsx'
import { listNotices } from '#app/features/notices/notices.queries.server.ts'
import { ToldLog } from '#app/features/notices/ui/told-log.tsx'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => {
  const appeal = await getTrackedAppeal(ctx, appealId)
  return {
    title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`,
    appeal,
    letters: await listLetters(ctx, appealId),
    cure: await findAwaited(ctx, appealId),
    notices: await listNotices(ctx, appealId, await getRecipients(ctx, appealId)),
  }
})

export default function TrackedAppeal() {
  const { appeal, letters, cure, notices } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  return (
    <TrackedAppealPage
      appeal={appeal}
      asked={<CureBanner appealId={appeal.id} cure={cure} />}
      toldLog={<ToldLog notices={notices} />}
      letters={
        <LetterList
          letters={letters}
          href={(letterId) => paths.appealLetter(locale, appeal.id, letterId)}
          verifyHref={(code) => paths.verifyLetter(locale, code)}
        />
      }
      filesOf={(files) => (
        <AttachmentList attachments={files} href={(fileId) => paths.appealFile(locale, appeal.id, fileId)} />
      )}
    />
  )
}
