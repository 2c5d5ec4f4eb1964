import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { correctRegistration } from '#app/features/registrations/correct-registration.server.ts'
import { getCorrection } from '#app/features/registrations/correction.queries.server.ts'
import { CorrectRegistration } from '#app/features/registrations/registrations.schema.server.ts'
import { CorrectionPage } from '#app/features/registrations/ui/correction-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { appealId = '' }) => ({
  title: ctx.t('registrations:correction.title'),
  page: await getCorrection(ctx, appealId),
  submissionKey: randomUUID(),
}))

export const action = staffAction({
  correct: form(CorrectRegistration, async (ctx, { appealId = '' }, input) => {
    await correctRegistration(ctx, appealId, input)
    return redirect(paths.appeal(appealId))
  }),
})

export default function Correction() {
  return <CorrectionPage {...useLoaderData<typeof loader>()} />
}
