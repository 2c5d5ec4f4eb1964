import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FormState } from '#app/core/http/form-reply.ts'
import { RadioGroup } from '#app/ui/choices.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface ApplicantFieldsProps {
  readonly form: Pick<FormState, 'value' | 'error'>
  /** Where nobody may be left unnamed. */
  readonly named?: boolean
  /** What is said of a number that stands there already and is not shown. */
  readonly iinHint?: string
}

/** Who brings an appeal. What only one kind of applicant has stands under that kind, and is shown once it is chosen. */
export function ApplicantFields({ form: { value, error }, named = false, iinHint }: ApplicantFieldsProps) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) })
  const optional = t('optional')
  const options = [
    { value: 'person', label: appeals('applicant.person') },
    {
      value: 'organisation',
      label: appeals('applicant.organisation'),
      children: (
        <>
          <TextField {...field('organisationName')} label={appeals('applicant.organisationName')} spellCheck={false} />
          <TextField
            {...field('bin')}
            label={appeals('applicant.bin')}
            hint={t('applicant.numberHint')}
            inputMode="numeric"
            autoComplete="off"
            width="medium"
            optionalLabel={optional}
          />
        </>
      ),
    },
    {
      value: 'representative',
      label: appeals('applicant.representative'),
      children: (
        <>
          <TextField {...field('representedName')} label={appeals('applicant.represented')} spellCheck={false} />
          <TextField
            {...field('basis')}
            label={appeals('applicant.basis')}
            hint={t('applicant.basisHint')}
            optionalLabel={optional}
          />
        </>
      ),
    },
    {
      value: 'guest',
      label: appeals('applicant.guest'),
      children: <TextField {...field('country')} label={appeals('applicant.country')} optionalLabel={optional} />,
    },
    {
      value: 'anonymous',
      label: appeals('applicant.anonymous'),
      children: (
        <RadioGroup
          {...field('threat')}
          label={t('applicant.threat')}
          hint={t('applicant.threatHint')}
          options={[
            { value: 'yes', label: t('applicant.threatYes') },
            { value: 'no', label: t('applicant.threatNo') },
          ]}
        />
      ),
    },
  ]
  return (
    <div className="stack">
      <RadioGroup
        {...field('kind')}
        defaultValue={value('kind') ?? 'person'}
        label={appeals('applicant.kind')}
        options={options.filter((option) => !named || option.value !== 'anonymous')}
      />
      <div className="grid-2">
        <TextField
          {...field('fullName')}
          label={appeals('applicant.name')}
          hint={t('applicant.nameHint')}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...field('iin')}
          label={appeals('applicant.iin')}
          hint={iinHint ?? t('applicant.iinHint')}
          inputMode="numeric"
          autoComplete="off"
          width="medium"
          optionalLabel={optional}
        />
      </div>
      <TextField
        {...field('address')}
        label={appeals('applicant.address')}
        hint={t('applicant.addressHint')}
        autoComplete="off"
        optionalLabel={optional}
      />
    </div>
  )
}
