import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { hotlineRows } from '#app/features/hotlines/hotline-rows.server.ts'
import { listAdminHotlines } from '#app/features/hotlines/hotlines.queries.server.ts'
import { useHotlineColumns } from '#app/features/hotlines/ui/hotline-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('hotlines:list.title'), listAdminHotlines)

export const action = catalogueAction(hotlineRows, paths.hotlines())

export default function Hotlines() {
  const { t } = useTranslation('hotlines')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newHotline(), label: t('list.add') }}
      columns={useHotlineColumns()}
      nameOf={(row) => row.number}
    />
  )
}
