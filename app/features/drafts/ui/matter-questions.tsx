import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { RadioGroup } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'
import { QuestionForm, useAnswerFields } from './question-form.tsx'

interface Props {
  readonly page: QuestionPageData
}

/** What people come with, in their words. */
export function IntentQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field, typed } = useAnswerFields(page)
  const options = ['problem', 'request', 'question', 'suggestion', 'complaint'] as const
  return (
    <QuestionForm>
      <HiddenFields values={{ about: typed('about') ?? (page.about || undefined) }} />
      <RadioGroup
        {...field('meant')}
        asHeading
        label={t('intent.title')}
        options={options.map((value) => ({ value, label: t(`intent.${value}`), hint: t(`intent.${value}Hint`) }))}
      />
    </QuestionForm>
  )
}

/** The matter itself. */
export function TextQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field } = useAnswerFields(page)
  return (
    <QuestionForm>
      <TextArea {...field('text')} asHeading label={t('text.title')} hint={t('text.hint')} rows={10} spellCheck />
    </QuestionForm>
  )
}

/** Where it is, in whatever words one has for it; nobody needs to know coordinates. */
export function PlaceQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field, typed, error } = useAnswerFields(page)
  const optionalLabel = t('question.optional')
  const point = ['placeLat', 'placeLon'] as const
  return (
    <QuestionForm>
      <h1>{t('place.title')}</h1>
      <p>{t('place.lead')}</p>
      <TextField
        {...field('placeAddress')}
        label={t('place.address')}
        hint={t('place.addressHint')}
        optionalLabel={optionalLabel}
      />
      <TextField
        {...field('placeLandmark')}
        label={t('place.landmark')}
        hint={t('place.landmarkHint')}
        optionalLabel={optionalLabel}
      />
      <Details summary={t('place.point')} open={point.some((name) => typed(name) || error(name))}>
        <TextField
          {...field('placeLat')}
          label={t('place.lat')}
          hint={t('place.latHint')}
          inputMode="decimal"
          width="short"
        />
        <TextField
          {...field('placeLon')}
          label={t('place.lon')}
          hint={t('place.lonHint')}
          inputMode="decimal"
          width="short"
        />
      </Details>
    </QuestionForm>
  )
}
