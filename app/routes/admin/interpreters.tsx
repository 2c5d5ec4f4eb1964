import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { interpreterRows } from '#app/features/interpreters/interpreter-rows.server.ts'
import { listAdminInterpreters } from '#app/features/interpreters/interpreters.queries.server.ts'
import { useInterpreterColumns } from '#app/features/interpreters/ui/interpreter-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('interpreters:list.title'), listAdminInterpreters)

export const action = catalogueAction(interpreterRows, paths.interpreters())

export default function Interpreters() {
  const { t } = useTranslation('interpreters')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newInterpreter(), label: t('list.add') }}
      columns={useInterpreterColumns()}
      nameOf={(row) => row.fullName}
    />
  )
}
