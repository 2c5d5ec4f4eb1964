import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeChoice } from '#app/features/ratings/change-choice.server.ts'
import { choiceRows } from '#app/features/ratings/choice-rows.server.ts'
import { getAdminChoice } from '#app/features/ratings/choices.queries.server.ts'
import { ChangeChoice } from '#app/features/ratings/ratings.schema.ts'
import { ChoiceForm } from '#app/features/ratings/ui/choice-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { choiceId = '' }) => {
  const choice = await getAdminChoice(ctx, choiceId)
  return { title: choice.name, submissionKey: randomUUID(), choice }
})

export const action = staffAction({
  change: form(ChangeChoice, async (ctx, { choiceId = '' }, input) =>
    redirect(paths.ratingChoice(choiceId, await changeChoice(ctx, choiceId, input))),
  ),
  ...stateForms(choiceRows, 'choiceId', paths.ratingChoice),
})

export default function RatingChoice() {
  const { t } = useTranslation('ratings')
  const { choice, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = choice
  return (
    <EditPage title={choice.name} back={{ href: paths.ratingChoices(), label: t('list.title') }} retired={retired}>
      <ChoiceForm choice={choice} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
