import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'
import { QuestionForm, useAnswerFields } from './question-form.tsx'

interface Props {
  readonly page: QuestionPageData
}

/** In whose name one writes. */
export function PersonQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field } = useAnswerFields(page)
  const options = ['person', 'organisation', 'representative', 'guest', 'anonymous'] as const
  return (
    <QuestionForm>
      <RadioGroup
        {...field('kind')}
        asHeading
        label={t('person.title')}
        options={options.map((value) => ({ value, label: t(`person.${value}`), hint: t(`person.${value}Hint`) }))}
      />
    </QuestionForm>
  )
}

/** What the law says of appeals without a name, and the two ways on. */
export function AnonymousQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { typed, error } = useAnswerFields(page)
  return (
    <QuestionForm>
      <h1>{t('anonymous.title')}</h1>
      <p>{t('anonymous.law')}</p>
      <p>{t('anonymous.but')}</p>
      <InsetText>
        <p>{t('start.emergency')}</p>
      </InsetText>
      <RadioGroup
        name="choice"
        defaultValue={typed('choice')}
        error={error('choice')}
        label={t('anonymous.choose')}
        options={[
          { value: 'named', label: t('anonymous.named'), hint: t('anonymous.namedHint') },
          { value: 'report', label: t('anonymous.report'), hint: t('anonymous.reportHint') },
        ]}
      />
    </QuestionForm>
  )
}

/** Which organisation writes. */
export function OrganisationQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field, ticked } = useAnswerFields(page)
  return (
    <QuestionForm>
      <h1>{t('organisation.title')}</h1>
      <TextField
        {...field('organisationName')}
        label={t('organisation.name')}
        hint={t('organisation.nameHint')}
        autoComplete="organization"
        spellCheck={false}
      />
      <TextField
        {...field('bin')}
        label={t('organisation.bin')}
        hint={t('organisation.binHint')}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
      />
      <Checkbox name="noBin" label={t('organisation.noBin')} defaultChecked={ticked('noBin', 'bin')} />
    </QuestionForm>
  )
}

/** For whom somebody speaks, and what allows it. */
export function RepresentationQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field } = useAnswerFields(page)
  return (
    <QuestionForm>
      <h1>{t('representation.title')}</h1>
      <TextField
        {...field('representedName')}
        label={t('representation.name')}
        hint={t('name.hint')}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        {...field('basis')}
        label={t('representation.basis')}
        hint={t('representation.basisHint')}
        autoComplete="off"
      />
    </QuestionForm>
  )
}

/** The whole name in one field: not everybody has three parts, nor in this order. */
export function NameQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field } = useAnswerFields(page)
  const hints = { guest: t('name.guestHint'), organisation: t('name.organisationHint') }
  return (
    <QuestionForm>
      <TextField
        {...field('fullName')}
        asHeading
        label={t('name.title')}
        hint={page.kind === 'guest' || page.kind === 'organisation' ? hints[page.kind] : t('name.hint')}
        autoComplete="name"
        spellCheck={false}
      />
    </QuestionForm>
  )
}

/** The number, or that there is none. */
export function IinQuestion({ page }: Props) {
  const { t } = useTranslation('drafts')
  const { field, ticked } = useAnswerFields(page)
  return (
    <QuestionForm>
      <TextField
        {...field('iin')}
        asHeading
        label={t('iin.title')}
        hint={t('iin.hint')}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
      />
      <Checkbox name="noIin" label={t('iin.none')} defaultChecked={ticked('noIin', 'iin')} />
    </QuestionForm>
  )
}
