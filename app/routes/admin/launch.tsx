import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { goLive } from '#app/features/launches/go-live.server.ts'
import { placeOf, stepAfter } from '#app/features/launches/launch.ts'
import { getLaunch } from '#app/features/launches/launch.queries.server.ts'
import { GoLive, SeeStep } from '#app/features/launches/launches.schema.ts'
import { seeStep } from '#app/features/launches/see-step.server.ts'
import { LaunchPage } from '#app/features/launches/ui/launch-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('launches:title'),
  launch: await getLaunch(ctx),
}))

export const action = staffAction({
  '': form(SeeStep, async (ctx, _params, { step }) => {
    await seeStep(ctx, step)
    const next = stepAfter(step)
    return redirect(next ? placeOf[next]() : paths.launch())
  }),
  goLive: form(GoLive, async (ctx) => {
    await goLive(ctx)
    return redirect(paths.launch())
  }),
})

export default function Launch() {
  return <LaunchPage launch={useLoaderData<typeof loader>().launch} />
}
