import { useLoaderData } from '@remix-run/react'
import { answered } from '#app/features/drafts/answered.server.ts'
import { getQuestion } from '#app/features/drafts/question.queries.server.ts'
import locate from '#app/features/drafts/ui/enhance/locate.ts?worker&url'
import { QuestionPage } from '#app/features/drafts/ui/question-page.tsx'
import { tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'

/** The one question that a script improves: a telephone knows where it is. */
export const handle = { scripts: [locate] }

export const loader = tenantLoader(async (ctx, _params, request) => {
  const page = await getQuestion(ctx, 'place', request)
  return { title: ctx.t('drafts:place.title'), page }
})

export const action = tenantAction({
  take: async (ctx, _params, typed, asked) => answered(ctx, 'place', typed, asked),
})

export default function PlaceQuestion() {
  return <QuestionPage page={useLoaderData<typeof loader>().page} />
}
