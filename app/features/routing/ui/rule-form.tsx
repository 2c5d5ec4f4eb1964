import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { weekdays } from '../rule.ts'
import type { getAdminRule, getRuleChoices } from '../rules.queries.server.ts'

interface RuleFormProps {
  /** Left out for a new one. */
  readonly rule?: Awaited<ReturnType<typeof getAdminRule>>
  readonly choices: Awaited<ReturnType<typeof getRuleChoices>>
  readonly submissionKey: string
}

/** When a rule takes an appeal, and what it suggests then. */
export function RuleForm({ rule, choices, submissionKey }: RuleFormProps) {
  const { t } = useTranslation('routing')
  const { t: changes } = useTranslation('changes')
  const { sent, value: typed, error } = useFormState(rule ? 'change' : '')
  const value = (
    field: 'name' | 'words' | 'places' | 'ofCategoryId' | 'language' | 'hours' | 'agencyId' | 'categoryId',
  ) => typed(field) ?? rule?.[field] ?? ''
  const days = sent ? (typed('weekdays') ?? '').split(' ') : (rule?.weekdays ?? [])
  const categories = choices.categories.map(({ id, name }) => ({ value: id, label: name }))
  // The one it has stays to be seen, even where it is retired.
  const agencies = choices.agencies.filter(({ id, retired }) => !retired || id === rule?.agencyId)
  return (
    <PostForm intent={rule ? 'change' : undefined} className="stack">
      <HiddenFields values={{ submissionKey, version: rule && String(rule.version) }} />
      <TextField
        name="name"
        label={t('list.name')}
        hint={t('form.nameHint')}
        autoComplete="off"
        defaultValue={value('name')}
        error={error('name')}
      />
      <Panel title={t('form.when')}>
        <p>{t('form.whenHint')}</p>
        <TextField
          name="words"
          label={t('form.words')}
          hint={t('form.wordsHint')}
          autoComplete="off"
          defaultValue={value('words')}
          error={error('words')}
        />
        <TextField
          name="places"
          label={t('form.places')}
          hint={t('form.placesHint')}
          autoComplete="off"
          defaultValue={value('places')}
          error={error('places')}
        />
        <SelectField
          name="ofCategoryId"
          label={t('form.ofCategory')}
          emptyLabel={t('form.any')}
          options={categories}
          defaultValue={value('ofCategoryId')}
          error={error('ofCategoryId')}
        />
        <SelectField
          name="language"
          label={t('form.language')}
          emptyLabel={t('form.any')}
          options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
          defaultValue={value('language')}
          error={error('language')}
        />
        <CheckboxGroup
          name="weekdays"
          label={t('form.weekdays')}
          hint={t('form.weekdaysHint')}
          options={weekdays.map((day) => ({ value: day, label: t(`weekday.${day}`) }))}
          defaultValues={days}
          error={error('weekdays')}
        />
        <TextField
          name="hours"
          label={t('form.hours')}
          hint={t('form.hoursHint')}
          width="medium"
          autoComplete="off"
          defaultValue={value('hours')}
          error={error('hours')}
        />
      </Panel>
      <Panel title={t('form.then')}>
        <SelectField
          name="agencyId"
          label={t('list.agency')}
          emptyLabel={t('form.choose')}
          options={agencies.map(({ id, name, retired }) => ({
            value: id,
            label: retired ? `${name} ${t('form.retiredAgency')}` : name,
          }))}
          defaultValue={value('agencyId')}
          error={error('agencyId')}
        />
        <SelectField
          name="categoryId"
          label={t('form.category')}
          emptyLabel={t('form.noCategory')}
          options={categories}
          defaultValue={value('categoryId')}
          error={error('categoryId')}
        />
      </Panel>
      <div>
        <Button>{rule ? changes('act.save') : changes('act.add')}</Button>
      </div>
    </PostForm>
  )
}
