import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getCureDesk } from '#app/features/cures/cures.queries.server.ts'
import { RequestCure, SettleCure } from '#app/features/cures/cures.schema.server.ts'
import { requestCure, settleCure } from '#app/features/cures/request-cure.server.ts'
import { CureDeskPage } from '#app/features/cures/ui/cure-desk-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }) => {
  const page = await getCureDesk(ctx, appealId)
  return { title: `${ctx.t('cures:desk.title')} ${page.number}`, page, submissionKey: randomUUID() }
})

export const action = staffAction({
  ask: form(RequestCure, async (ctx, { appealId = '' }, input) => {
    await requestCure(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
  settle: form(SettleCure, async (ctx, { appealId = '' }, input) => {
    await settleCure(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
})

export default function CureDesk() {
  return <CureDeskPage {...useLoaderData<typeof loader>()} />
}
