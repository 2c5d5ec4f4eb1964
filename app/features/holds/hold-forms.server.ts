import { redirect } from '@remix-run/node'
import type { TenantContext } from '#app/core/context.ts'
import { form } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'
import { LiftHold, PlaceHold } from './holds.schema.ts'
import { liftHold } from './lift-hold.server.ts'
import { placeHold } from './place-hold.server.ts'

/** The forms of an appeal's page that put it under legal hold and lift that again. */
export const holdForms = {
  hold: form(PlaceHold, async (ctx: TenantContext, { appealId = '' }, input) => {
    await placeHold(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
  liftHold: form(LiftHold, async (ctx: TenantContext, { appealId = '' }, input) => {
    await liftHold(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
}
