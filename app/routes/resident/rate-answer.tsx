import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rateAnswer } from '#app/features/ratings/rate-answer.server.ts'
import { getRatingPage } from '#app/features/ratings/ratings.queries.server.ts'
import { RateAnswer } from '#app/features/ratings/ratings.schema.ts'
import { RatingPage } from '#app/features/ratings/ui/rating-page.tsx'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('ratings:page.title'),
  rating: { ...(await getRatingPage(ctx, appealId)), submissionKey: randomUUID() },
}))

export const action = tenantAction(
  form(RateAnswer, async (ctx, { appealId = '' }, input) => {
    await rateAnswer(ctx, appealId, input)
    return redirect(paths.trackedAppeal(ctx.locale, appealId))
  }),
)

export default function RateAnswerRoute() {
  return <RatingPage {...useLoaderData<typeof loader>().rating} />
}
