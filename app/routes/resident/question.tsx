import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerQuestion } from '#app/features/drafts/answer-question.server.ts'
import { draftHeaders, draftIdOf } from '#app/features/drafts/draft-cookie.server.ts'
import { getQuestion } from '#app/features/drafts/question.queries.server.ts'
import { firstUnanswered, isQuestion, stepAfter } from '#app/features/drafts/questions.ts'
import { QuestionPage } from '#app/features/drafts/ui/question-page.tsx'
import { NotFound } from '#app/core/errors.ts'
import { tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, { question = '' }, request) => {
  if (!isQuestion(question)) throw new NotFound('Question')
  const page = await getQuestion(ctx, question, request)
  return { title: ctx.t(`drafts:${question}.title`), page }
})

export const action = tenantAction({
  take: async (ctx, { question = '' }, typed, { request, clientAddress }) => {
    if (!isQuestion(question)) throw new NotFound('Question')
    const { draft, isNew } = await answerQuestion(ctx, await draftIdOf(ctx, request), question, typed, clientAddress)
    const headers = await draftHeaders(ctx, draft.id)
    // Everything before this answer is gone: it is asked again, and the person is told.
    const open = isNew && question !== 'intent' ? firstUnanswered(draft.answers) : undefined
    if (open) return redirect(paths.question(ctx.locale, open, { lost: '' }), { headers })
    const fromCheck = new URL(request.url).searchParams.get('from') === 'check'
    const next = stepAfter(question, draft.answers, fromCheck)
    if (next === 'check') return redirect(paths.checkAnswers(ctx.locale), { headers })
    return redirect(paths.question(ctx.locale, next, fromCheck ? { from: 'check' } : {}), { headers })
  },
})

export default function Question() {
  return <QuestionPage page={useLoaderData<typeof loader>().page} />
}
