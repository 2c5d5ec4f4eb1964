import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AnswerSelected } from '#app/features/worklists/answer-selected.schema.server.ts'
import { answerSelected, type AnsweredRow } from '#app/features/worklists/answer-selected.server.ts'
import { getAnswers } from '#app/features/worklists/answers-page.queries.server.ts'
import { AnswersPage } from '#app/features/worklists/ui/answers-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'

export const loader = staffLoader(async (ctx, _params, request) => ({
  title: ctx.t('worklists:answers.title'),
  answers: await getAnswers(ctx, new URL(request.url).searchParams),
}))

export const action = staffAction(
  form(AnswerSelected, async (ctx, _params, input) => data({ results: await answerSelected(ctx, input) })),
)

export default function Answers() {
  const reply = useActionData<{ results?: readonly AnsweredRow[] }>()
  return <AnswersPage {...useLoaderData<typeof loader>()} results={reply?.results} />
}
