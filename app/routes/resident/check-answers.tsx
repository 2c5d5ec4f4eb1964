import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SendDraft } from '#app/features/drafts/drafts.schema.ts'
import { draftIdOf } from '#app/features/drafts/draft-cookie.server.ts'
import { getAnswers } from '#app/features/drafts/check-answers.queries.server.ts'
import { sendDraft } from '#app/features/drafts/send-draft.server.ts'
import { CheckPage } from '#app/features/drafts/ui/check-page.tsx'
import { grant } from '#app/core/http/grants.server.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, _params, request) => ({
  title: ctx.t('drafts:check.title'),
  ...(await getAnswers(ctx, request)),
}))

export const action = tenantAction(
  form(SendDraft, async (ctx, _params, { version }, { request, clientAddress }) => {
    const sent = await sendDraft(ctx, await draftIdOf(ctx, request), version, clientAddress)
    if (sent === 'gone') return redirect(paths.newAppeal(ctx.locale, { lost: '' }))
    if ('question' in sent) return redirect(paths.question(ctx.locale, sent.question))
    return redirect(paths.receipt(ctx.locale, sent.appealId), { headers: await grant(ctx, sent.appealId) })
  }),
)

export default function CheckAnswers() {
  const { version, answers } = useLoaderData<typeof loader>()
  return <CheckPage version={version} answers={answers} />
}
