import { redirect } from '@remix-run/node'
import type { TenantContext } from '#app/core/context.ts'
import type { Asked } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { answerQuestion } from './answer-question.server.ts'
import { draftHeaders, draftIdOf } from './draft-cookie.server.ts'
import { firstUnanswered, stepAfter, type Question } from './questions.ts'

/** Keeps what a question's form brought, and leads on from there. Throws what `answerQuestion` throws. */
export async function answered(
  ctx: TenantContext,
  question: Question,
  typed: Readonly<Record<string, unknown>>,
  { request, clientAddress }: Asked,
): Promise<Response> {
  const { draft, isNew } = await answerQuestion(ctx, await draftIdOf(ctx, request), question, typed, clientAddress)
  const headers = await draftHeaders(ctx, draft.id)
  // Everything before this answer is gone: it is asked again, and the person is told.
  const open = isNew && question !== 'intent' ? firstUnanswered(draft.answers) : undefined
  if (open) return redirect(paths.question(ctx.locale, open, { lost: '' }), { headers })
  const fromCheck = new URL(request.url).searchParams.get('from') === 'check'
  const next = stepAfter(question, draft.answers, fromCheck)
  if (next === 'check') return redirect(paths.checkAnswers(ctx.locale), { headers })
  return redirect(paths.question(ctx.locale, next, fromCheck ? { from: 'check' } : {}), { headers })
}
