import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NameCosigner } from '#app/features/cosigners/cosigners.schema.server.ts'
import { SignerFields } from '#app/features/cosigners/ui/signer-fields.tsx'
import { RemoveNamed } from '#app/features/drafts/drafts.schema.ts'
import { addNamed, removeNamed } from '#app/features/drafts/name-cosigners.server.ts'
import { getDraft, getNamed } from '#app/features/drafts/question.queries.server.ts'
import { CosignersPage } from '#app/features/drafts/ui/cosigners-page.tsx'
import { NotFound } from '#app/core/errors.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'

export const loader = tenantLoader(async (ctx, _params, request) => ({
  title: ctx.t('drafts:cosigners.title'),
  ...(await getNamed(ctx, request)),
}))

export const action = tenantAction({
  add: form(NameCosigner, async (ctx, _params, person, { request }) => {
    const { draft } = await getDraft(ctx, request)
    if (!draft) throw new NotFound('Draft')
    await addNamed(ctx, draft.id, person)
    return redirect(request.url)
  }),
  remove: form(RemoveNamed, async (ctx, _params, { at }, { request }) => {
    const { draft } = await getDraft(ctx, request)
    if (!draft) throw new NotFound('Draft')
    await removeNamed(ctx, draft.id, at)
    return redirect(request.url)
  }),
})

export default function Cosigners() {
  const { people, isFull, hasSms } = useLoaderData<typeof loader>()
  const { locale } = usePageScope()
  const fields = <SignerFields form={useFormState('add')} language={locale} hasSms={hasSms} />
  return <CosignersPage people={people} isFull={isFull} fields={fields} />
}
