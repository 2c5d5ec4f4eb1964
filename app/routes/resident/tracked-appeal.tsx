import { useLoaderData } from '@remix-run/react'
import { getResidentActs } from '#app/features/acts/resident-acts.queries.server.ts'
import { ResidentActsPart } from '#app/features/acts/ui/resident-acts.tsx'
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
import { getOwnRating } from '#app/features/ratings/ratings.queries.server.ts'
import { RatingPanel } from '#app/features/ratings/ui/rating-panel.tsx'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => {
  const appeal = await getTrackedAppeal(ctx, appealId)
  return {
    title: `${ctx.t('appeals:tracked.title')} ${appeal.number}`,
    appeal,
    whole: appeal.mergedInto && !appeal.left ? await getTrackedAppeal(ctx, appeal.mergedInto.id) : undefined,
    letters: await listLetters(ctx, appealId),
    acts: await getResidentActs(ctx, appealId),
    rating: await getOwnRating(ctx, appealId),
    cure: await findAwaited(ctx, appealId),
    notices: await listNotices(ctx, await getRecipients(ctx, appealId)),
  }
})

export default function TrackedAppeal() {
  const { appeal, whole, letters, acts, notices, rating, cure } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  return (
    <TrackedAppealPage
      appeal={appeal}
      whole={whole}
      acts={<ResidentActsPart acts={acts} />}
      rating={<RatingPanel rating={rating} />}
      asked={<CureBanner appealId={appeal.id} cure={cure} />}
      toldLog={<ToldLog notices={notices} />}
      letters={
        <LetterList
          letters={letters}
          href={(letterId) => paths.appealLetter(locale, appeal.id, letterId)}
          verifyHref={(code) => paths.verifyLetter(locale, code)}
        />
      }
      filesOf={(files, appealId = appeal.id) => (
        <AttachmentList attachments={files} href={(fileId) => paths.appealFile(locale, appealId, fileId)} />
      )}
    />
  )
}
