import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction, newRowLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addChoice } from '#app/features/ratings/add-choice.server.ts'
import { AddChoice } from '#app/features/ratings/ratings.schema.ts'
import { ChoiceForm } from '#app/features/ratings/ui/choice-form.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = newRowLoader((t) => t('ratings:new.title'), 'RatingChoice')

export const action = newRowAction(AddChoice, addChoice, paths.ratingChoices())

export default function NewRatingChoice() {
  const { t } = useTranslation('ratings')
  const { submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.ratingChoices(), label: t('list.title') }}>
      <ChoiceForm submissionKey={submissionKey} />
    </EditPage>
  )
}
