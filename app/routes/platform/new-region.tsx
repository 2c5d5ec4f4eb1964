import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { askRegion } from '#app/features/platform/ask-region.server.ts'
import { personOf } from '#app/features/platform/person.ts'
import { getNewRegion } from '#app/features/platform/region-setups.queries.server.ts'
import { AskRegion } from '#app/features/platform/region-setups.schema.ts'
import { NewRegionForm } from '#app/features/platform/ui/new-region-page.tsx'
import { PlatformPage } from '#app/features/platform/ui/platform-page.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { form, operatorAction, operatorLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = operatorLoader(async (ctx) => ({
  title: ctx.t('platform:new.title'),
  person: personOf(ctx),
  offered: await getNewRegion(ctx),
  submissionKey: randomUUID(),
}))

export const action = operatorAction(
  form(AskRegion, async (ctx, _params, input) => redirect(paths.regionSetup(await askRegion(ctx, input)))),
)

export default function NewRegion() {
  const { person, offered, submissionKey } = useLoaderData<typeof loader>()
  const { t } = useTranslation('platform')
  return (
    <PlatformPage person={person} pathname={paths.regions()}>
      <EditPage title={t('new.title')} back={{ href: paths.regions(), label: t('regions.title') }}>
        <p className="muted">{t('new.lead')}</p>
        <NewRegionForm offered={offered} submissionKey={submissionKey} />
      </EditPage>
    </PlatformPage>
  )
}
