import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Emblem } from '#app/ui/emblem.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { acceptedEmblems } from '../emblem-kinds.ts'
import type { AdminRegion } from '../region-admin.queries.server.ts'

interface EmblemPanelProps {
  readonly region: AdminRegion
  readonly submissionKey: string
}

/** The picture that stands for the region: which one it is, another one, or none. */
export function EmblemPanel({ region, submissionKey }: EmblemPanelProps) {
  const { t } = useTranslation('regions')
  const { error } = useFormState('emblem')
  const values = { submissionKey, version: String(region.version) }
  return (
    <Panel title={t('brand.emblem')}>
      <div className="stack">
        <div className="emblem-now">
          <Emblem size={96} src={region.emblem} />
          <p>{region.emblem ? t('brand.emblemOwn') : t('brand.emblemNone')}</p>
        </div>
        <PostForm intent="emblem" files className="stack">
          <HiddenFields values={values} />
          <FileField
            name="emblem"
            label={t('brand.emblemFile')}
            hint={t('brand.emblemHint')}
            accept={acceptedEmblems}
            error={error('emblem')}
          />
          <div>
            <Button>{t('brand.emblemSend')}</Button>
          </div>
        </PostForm>
        {region.emblem ? (
          <PostForm intent="dropEmblem">
            <HiddenFields values={values} />
            <Button variant="secondary">{t('brand.emblemDrop')}</Button>
          </PostForm>
        ) : null}
      </div>
    </Panel>
  )
}
