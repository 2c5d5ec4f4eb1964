import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { hallRows } from '#app/features/halls/hall-rows.server.ts'
import { listAdminHalls } from '#app/features/halls/hall-admin.queries.server.ts'
import { useHallColumns } from '#app/features/halls/ui/hall-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('halls:catalogue.title'), listAdminHalls)

export const action = catalogueAction(hallRows, paths.halls())

export default function Halls() {
  const { t } = useTranslation('halls')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('catalogue.title')}
      lead={t('catalogue.lead')}
      add={{ href: paths.newHall(), label: t('catalogue.add') }}
      columns={useHallColumns()}
      nameOf={(row) => row.name}
    />
  )
}
