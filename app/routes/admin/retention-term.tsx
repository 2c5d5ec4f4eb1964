import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changeTerm, mayTry } from '#app/features/retentions/change-term.server.ts'
import { getTerm } from '#app/features/retentions/retentions.queries.server.ts'
import { ChangeTerm, triedAmount, TryTerm } from '#app/features/retentions/retentions.schema.server.ts'
import { TermPage } from '#app/features/retentions/ui/term-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { termKind = '' }, request) => {
  const page = await getTerm(ctx, termKind, triedAmount(termKind, new URL(request.url).searchParams.get('amount')))
  return { title: ctx.t(`retentions:kind.${page.term.kind}`), submissionKey: randomUUID(), page }
})

export const action = staffAction({
  try: form(TryTerm, async (ctx, { termKind = '' }, { amount }) => {
    mayTry(ctx, termKind, amount)
    return redirect(paths.retentionTerm(termKind, { amount: String(amount) }))
  }),
  change: form(ChangeTerm, async (ctx, { termKind = '' }, input) =>
    redirect(paths.retentionTerm(termKind, { changed: await changeTerm(ctx, termKind, input) })),
  ),
})

export default function RetentionTermRoute() {
  const { page, submissionKey } = useLoaderData<typeof loader>()
  return <TermPage {...page} submissionKey={submissionKey} />
}
