import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TrackAppeal } from '#app/features/appeals/appeals.schema.ts'
import { exampleNumber } from '#app/features/appeals/appeal-number.server.ts'
import { trackAppeal } from '#app/features/appeals/track-appeal.server.ts'
import { TrackPage } from '#app/features/appeals/ui/track-page.tsx'
import { grant } from '#app/core/http/grants.server.ts'
import { form, tenantAction, tenantLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = tenantLoader(async (ctx, _params, request) => ({
  title: ctx.t('appeals:track.title'),
  number: new URL(request.url).searchParams.get('number') ?? '',
  example: await exampleNumber(ctx),
}))

export const action = tenantAction(
  form(TrackAppeal, async (ctx, _params, input, { clientAddress }) => {
    const { appealId, holderId } = await trackAppeal(ctx, input, clientAddress)
    return redirect(paths.trackedAppeal(ctx.locale, appealId), { headers: await grant(ctx, holderId) })
  }),
)

export default function Track() {
  const { number, example } = useLoaderData<typeof loader>()
  return <TrackPage number={number} example={example} />
}
