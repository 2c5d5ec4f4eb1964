import { data, redirect, type HeadersFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { forgetSetup, retryRegion } from '#app/features/platform/ask-region.server.ts'
import { personOf } from '#app/features/platform/person.ts'
import { getSetup } from '#app/features/platform/region-setups.queries.server.ts'
import { OfSetup } from '#app/features/platform/region-setups.schema.ts'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { SetupPage } from '#app/features/platform/ui/setup-page.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { form, operatorAction, operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx, { setupId = '' }) => {
  const setup = await getSetup(ctx, setupId)
  const isWaiting = setup.state === 'asked' || setup.state === 'working'
  // Asked anew by the browser itself, with no script: each step is seen as it is done.
  return data(
    { title: ctx.t('platform:setup.title'), person: personOf(ctx), setup },
    { headers: isWaiting ? { Refresh: '1' } : {} },
  )
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = operatorAction({
  retry: form(OfSetup, async (ctx, { setupId = '' }) => {
    await retryRegion(ctx, setupId)
    return redirect(paths.regionSetup(setupId))
  }),
  forget: form(OfSetup, async (ctx, { setupId = '' }) => {
    await forgetSetup(ctx, setupId)
    return redirect(paths.regions())
  }),
})

export default function RegionSetup() {
  const { person, setup } = useLoaderData<typeof loader>()
  const { t } = useTranslation('platform')
  return (
    <PlatformPage person={person} pathname={paths.regions()}>
      <EditPage
        title={setup.name}
        caption={t('setup.title')}
        back={{ href: paths.regions(), label: t('regions.title') }}
      >
        <SetupPage setup={setup} />
      </EditPage>
    </PlatformPage>
  )
}
