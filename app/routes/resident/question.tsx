import { useLoaderData } from '@remix-run/react'
import { answered } from '#app/features/drafts/answered.server.ts'
import { getQuestion } from '#app/features/drafts/question.queries.server.ts'
import { isQuestion } from '#app/features/drafts/questions.ts'
import { QuestionPage } from '#app/features/drafts/ui/question-page.tsx'
import { NotFound } from '#app/core/errors.ts'
import { tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, { question = '' }, request) => {
  if (!isQuestion(question)) throw new NotFound('Question')
  const page = await getQuestion(ctx, question, request)
  return { title: ctx.t(`drafts:${question}.title`), page }
})

export const action = tenantAction({
  take: async (ctx, { question = '' }, typed, asked) => {
    if (!isQuestion(question)) throw new NotFound('Question')
    return answered(ctx, question, typed, asked)
  },
})

export default function Question() {
  return <QuestionPage page={useLoaderData<typeof loader>().page} />
}
