import { localeCodes, localeLabels, localeNames } from '#app/core/i18n/locales.ts'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { Fieldset } from '#app/ui/fieldset.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { NewRegion } from '../region-setups.queries.server.ts'
import { anotherRegion } from '../region-setups.schema.ts'

interface NewRegionFormProps {
  readonly offered: NewRegion
  readonly submissionKey: string
}

/** What a new region needs to be made. */
export function NewRegionForm({ offered, submissionKey }: NewRegionFormProps) {
  const { t } = useTranslation('platform')
  const { value, error } = useFormState()
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) })
  return (
    <PostForm className="stack">
      <HiddenFields values={{ submissionKey }} />
      <Panel>
        <div className="stack">
          <SelectField
            {...field('region')}
            label={t('new.region')}
            emptyLabel={t('new.choose')}
            options={[
              ...offered.regions.map(({ slug, name }) => ({ value: slug, label: name })),
              { value: anotherRegion, label: t('new.another') },
            ]}
          />
          <Fieldset id="another" legend={t('new.anotherTitle')} hint={t('new.anotherHint')}>
            <TextField
              {...field('slug')}
              label={t('new.slug')}
              hint={t('new.slugHint')}
              width="medium"
              autoComplete="off"
              spellCheck={false}
            />
            <ThreeTexts name="name" label={t('regions.name')} languages={localeLabels} value={value} error={error} />
            <TextField
              {...field('numberPrefix')}
              label={t('new.prefix')}
              hint={t('new.prefixHint')}
              width="short"
              inputMode="numeric"
              autoComplete="off"
            />
            <TextField
              {...field('population')}
              label={t('new.population')}
              width="medium"
              inputMode="numeric"
              autoComplete="off"
            />
          </Fieldset>
          <TextArea
            {...field('hosts')}
            label={t('new.hosts')}
            hint={t('new.hostsHint', { example: `almaty.${offered.baseDomain}` })}
            rows={2}
            autoComplete="off"
            spellCheck={false}
          />
          <SelectField
            {...field('pack')}
            defaultValue={value('pack') ?? 'base'}
            label={t('new.pack')}
            hint={t('new.packHint')}
            options={[
              { label: t('new.packs'), options: offered.packs.map((name) => ({ value: name, label: name })) },
              ...(offered.models.length > 0
                ? [
                    {
                      label: t('new.models'),
                      options: offered.models.map(({ value, name }) => ({ value, label: name })),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </Panel>
      <Panel title={t('new.admin')}>
        <div className="stack">
          <TextField {...field('adminName')} label={t('new.adminName')} autoComplete="off" />
          <TextField
            {...field('adminEmail')}
            label={t('new.adminEmail')}
            hint={t('new.adminEmailHint')}
            inputMode="email"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
          <RadioGroup
            {...field('adminLocale')}
            defaultValue={value('adminLocale') ?? 'kk'}
            label={t('new.adminLocale')}
            options={localeCodes.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          />
        </div>
      </Panel>
      <div>
        <Button>{t('new.send')}</Button>
      </div>
    </PostForm>
  )
}
