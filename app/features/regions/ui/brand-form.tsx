import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeLabels } from '#app/core/i18n/locales.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Swatch } from '#app/ui/swatch.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ThreeTexts } from '#app/ui/three-texts.tsx'
import type { AdminRegion } from '../region-admin.queries.server.ts'

interface BrandFormProps {
  readonly region: AdminRegion
  readonly submissionKey: string
}

/** Names of the region and its centre, and the colour. */
export function BrandForm({ region, submissionKey }: BrandFormProps) {
  const { t } = useTranslation('regions')
  const { t: changes } = useTranslation('changes')
  const { value: typed, error } = useFormState('change')
  const standing: Readonly<Record<string, unknown>> = { ...region }
  const value = (field: string) => typed(field) ?? String(standing[field])
  return (
    <Panel title={t('brand.names')}>
      <PostForm intent="change" className="stack">
        <HiddenFields values={{ submissionKey, version: String(region.version) }} />
        <ThreeTexts name="name" label={t('brand.name')} languages={localeLabels} value={value} error={error} />
        <ThreeTexts name="centre" label={t('brand.centre')} languages={localeLabels} value={value} error={error} />
        <TextField
          name="brandColour"
          label={t('brand.colour')}
          hint={t('brand.colourHint')}
          width="short"
          autoComplete="off"
          spellCheck={false}
          defaultValue={value('brandColour')}
          error={error('brandColour')}
        />
        <Swatch colour={region.brandColour} label={t('brand.colourNow')} />
        <div>
          <Button>{changes('act.save')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}
