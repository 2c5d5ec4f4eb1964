import { redirect } from '@remix-run/node'
import { backTo } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { addCosigner } from './add-cosigner.server.ts'
import { AddCosigner, RemoveCosigner } from './cosigners.schema.server.ts'
import { removeCosigner } from './leave-as-cosigner.server.ts'

/** The forms of an appeal's page that say who signs it too. */
export const cosignerForms = {
  addCosigner: form<TenantContext, typeof AddCosigner>(AddCosigner, async (ctx, params, input, { request }) => {
    const { appealId = '' } = params
    await addCosigner(ctx, appealId, input)
    return redirect(backTo(ctx, request, appealId, 'cosignerAdded'))
  }),
  removeCosigner: form<TenantContext, typeof RemoveCosigner>(
    RemoveCosigner,
    async (ctx, params, input, { request }) => {
      const { appealId = '' } = params
      await removeCosigner(ctx, appealId, input)
      return redirect(backTo(ctx, request, appealId, 'cosignerRemoved'))
    },
  ),
}
