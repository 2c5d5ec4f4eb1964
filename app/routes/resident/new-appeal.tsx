import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardDraft } from '#app/features/drafts/answer-question.server.ts'
import { draftIdOf } from '#app/features/drafts/draft-cookie.server.ts'
import { getDraft, wayOn } from '#app/features/drafts/question.queries.server.ts'
import { StartPage } from '#app/features/drafts/ui/start-page.tsx'
import { tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, _params, request) => {
  const { draftId, draft } = await getDraft(ctx, request)
  const { searchParams } = new URL(request.url)
  return {
    title: ctx.t('drafts:start.title'),
    begun: draft && (await wayOn(ctx, draftId, draft)),
    discarding: searchParams.has('discard'),
    lost: searchParams.has('lost') && !draft,
    about: searchParams.get('about') ?? undefined,
  }
})

export const action = tenantAction({
  take: async (ctx, _params, { about }, { request }) => {
    const draftId = await draftIdOf(ctx, request)
    if (draftId) await discardDraft(ctx, draftId)
    return redirect(paths.question(ctx.locale, 'intent', typeof about === 'string' && about ? { about } : {}))
  },
})

export default function NewAppeal() {
  return <StartPage {...useLoaderData<typeof loader>()} />
}
