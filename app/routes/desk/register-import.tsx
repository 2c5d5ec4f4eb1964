import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardRegister, startRegister } from '#app/features/registers/apply-register.server.ts'
import { getRegisterImport } from '#app/features/registers/imports.queries.server.ts'
import { OfImport } from '#app/features/registers/registers.schema.ts'
import { ImportPage } from '#app/features/registers/ui/import-page.tsx'
import type { TenantContext } from '#app/core/context.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { importId = '' }) => ({
  title: ctx.t('registers:import.title'),
  taken: await getRegisterImport(ctx, importId),
}))

const formOf = (command: (ctx: TenantContext, importId: string) => Promise<void>) =>
  form(OfImport, async (ctx: TenantContext, { importId = '' }) => {
    await command(ctx, importId)
    return redirect(paths.registerImport(importId))
  })

export const action = staffAction({ apply: formOf(startRegister), discard: formOf(discardRegister) })

export default function RegisterImportRoute() {
  return <ImportPage taken={useLoaderData<typeof loader>().taken} />
}
