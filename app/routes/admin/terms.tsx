import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AddTerm, DropTerm } from '#app/features/calendars/calendars.schema.ts'
import { addTerm, dropTerm } from '#app/features/calendars/change-terms.server.ts'
import { listTerms } from '#app/features/calendars/terms.queries.server.ts'
import { TermsPage } from '#app/features/calendars/ui/terms-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('calendars:terms.title'),
  submissionKey: randomUUID(),
  terms: await listTerms(ctx),
}))

export const action = staffAction({
  add: form(AddTerm, async (ctx, _params, input) =>
    redirect(paths.withNotice(paths.terms(), await addTerm(ctx, input))),
  ),
  drop: form(DropTerm, async (ctx, _params, input) =>
    redirect(paths.withNotice(paths.terms(), await dropTerm(ctx, input))),
  ),
})

export default function Terms() {
  return <TermsPage {...useLoaderData<typeof loader>()} />
}
