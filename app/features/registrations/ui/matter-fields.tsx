import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { FormState } from '#app/core/http/form-reply.ts'
import { RadioGroup } from '#app/ui/choices.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { NewRegistration } from '../new-registration.queries.server.ts'

const languages = ['kk', 'ru', 'en'] as const

/** What an appeal is about and what it is in law. */
export function MatterFields({ form: { value, error }, page }: { form: FormState; page: NewRegistration }) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const field = (name: string, initial?: string) => ({
    name,
    defaultValue: value(name) ?? initial,
    error: error(name),
  })
  const optional = t('optional')
  const agencies = [...new Set(page.categories.map(({ agency }) => agency))]
  return (
    <Panel title={t('matter.title')}>
      <div className="stack">
        <RadioGroup
          {...field('language', 'kk')}
          label={t('matter.language')}
          hint={t('matter.languageHint')}
          inline
          options={languages.map((language) => ({ value: language, label: appeals(`language.${language}`) }))}
        />
        <TextArea {...field('text')} label={appeals('desk.text')} hint={t('matter.textHint')} rows={10} spellCheck />
        <div className="grid-2">
          <SelectField
            {...field('meant', 'request')}
            label={t('matter.intent')}
            options={page.intents.map((intent) => ({ value: intent, label: t(`intent.${intent}`) }))}
          />
          <SelectField
            {...field('category')}
            label={appeals('worklist.category')}
            hint={t('matter.categoryHint')}
            emptyLabel={appeals('classify.none')}
            options={agencies.map((agency) => ({
              label: agency,
              options: page.categories
                .filter((category) => category.agency === agency)
                .map(({ slug, name }) => ({ value: slug, label: name })),
            }))}
          />
          <SelectField
            {...field('legalKind')}
            label={appeals('desk.kind')}
            hint={t('matter.kindHint')}
            emptyLabel={t('matter.kindByCategory')}
            options={page.legalKinds.map((kind) => ({ value: kind, label: appeals(`kind.${kind}`) }))}
          />
        </div>
        <div className="grid-2">
          <TextField
            {...field('placeAddress')}
            label={appeals('applicant.place')}
            hint={t('matter.placeHint')}
            optionalLabel={optional}
          />
          <TextField {...field('placeLandmark')} label={t('matter.landmark')} optionalLabel={optional} />
        </div>
      </div>
    </Panel>
  )
}
