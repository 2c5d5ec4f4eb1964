import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { choiceRows } from '#app/features/ratings/choice-rows.server.ts'
import { listAdminChoices } from '#app/features/ratings/choices.queries.server.ts'
import { useChoiceColumns } from '#app/features/ratings/ui/choice-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('ratings:list.title'), listAdminChoices)

export const action = catalogueAction(choiceRows, paths.ratingChoices())

export default function RatingChoices() {
  const { t } = useTranslation('ratings')
  return (
    <CataloguePage
      {...useLoaderData<typeof loader>()}
      title={t('list.title')}
      lead={t('list.lead')}
      add={{ href: paths.newRatingChoice(), label: t('list.add') }}
      columns={useChoiceColumns()}
      nameOf={(row) => row.name}
    />
  )
}
