import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'
import { QuestionForm, useAnswerFields } from './question-form.tsx'

interface Props {
  readonly page: QuestionPageData
}

/** Where letters reach one; a guest's may be anywhere. */
export function AddressQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field } = useAnswerFields(page)
  const isGuest = page.kind === 'guest'
  const hints = { guest: t('address.guestHint'), organisation: t('address.organisationHint') }
  return (
    <QuestionForm>
      <TextArea
        {...field('address')}
        asHeading
        label={t('address.title')}
        hint={isGuest || page.kind === 'organisation' ? hints[page.kind] : t('address.hint')}
        autoComplete="street-address"
        rows={3}
      />
      {isGuest ? (
        <TextField
          {...field('country')}
          label={t('address.country')}
          optionalLabel={t('question.optional')}
          autoComplete="country-name"
          width="medium"
        />
      ) : null}
    </QuestionForm>
  )
}

/** How the answer is to come; whoever has neither e-mail nor telephone is answered too. */
export function ReplyQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field, typed, error } = useAnswerFields(page)
  return (
    <QuestionForm>
      <CheckboxGroup
        name="answerChannels"
        asHeading
        label={t('reply.title')}
        hint={t('reply.hint')}
        error={error('answerChannels')}
        defaultValues={(typed('answerChannels') ?? '').split(' ')}
        options={[
          {
            value: 'mail',
            label: t('reply.mail'),
            hint: t('reply.mailHint'),
            children: <TextField {...field('email')} type="email" label={t('reply.email')} autoComplete="email" />,
          },
          {
            value: 'sms',
            label: t('reply.sms'),
            children: (
              <TextField
                {...field('phone')}
                type="tel"
                label={t('reply.phone')}
                hint={t('reply.phoneHint')}
                autoComplete="tel"
                width="medium"
              />
            ),
          },
          { value: 'post', label: t('reply.post'), hint: t('reply.postHint') },
          { value: 'hall', label: t('reply.hall'), hint: t('reply.hallHint') },
        ]}
      />
    </QuestionForm>
  )
}

/** In which language one wants to be answered. */
export function LanguageQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { locale } = usePageScope()
  const { field } = useAnswerFields(page)
  const { defaultValue, ...language } = field('language')
  return (
    <QuestionForm>
      <RadioGroup
        {...language}
        defaultValue={defaultValue ?? locale}
        asHeading
        label={t('language.title')}
        hint={t('language.hint')}
        options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
      />
    </QuestionForm>
  )
}
