import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import { NewAppealPage } from '#app/features/appeals/ui/new-appeal-page.tsx'
import { grant } from '#app/core/http/grants.server.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx) => ({
  title: ctx.t('appeals:new.title'),
  submissionKey: randomUUID(),
}))

export const action = tenantAction(
  form(SubmitAppeal, async (ctx, _params, input, { clientAddress }) => {
    const appealId = await submitAppeal(ctx, input, clientAddress)
    return redirect(paths.receipt(ctx.locale, appealId), { headers: await grant(ctx, appealId) })
  }),
)

export default function NewAppeal() {
  const { submissionKey } = useLoaderData<typeof loader>()
  return <NewAppealPage submissionKey={submissionKey} />
}
