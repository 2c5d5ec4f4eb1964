import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { FilesAlong } from './files-along.tsx'
import type { Suggested } from './suggested.ts'

interface GiveFormProps {
  /** `assign` orders a department of the akimat, `forward` hands on to a body that has a clock of its own. */
  readonly act: 'assign' | 'forward'
  readonly version: number
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly hint: string
  /** Why it cannot be done now. */
  readonly whyNot: string | undefined
  readonly suggested: Suggested | undefined
  /** The appeal's files, of which those go along that are ticked. */
  readonly files?: DeskAppeal['files']
}

/** Which body an appeal goes to. */
export function GiveForm({ act, version, bodies, hint, whyNot, suggested, files = [] }: GiveFormProps) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState(act)
  const field = act === 'assign' ? 'agencyId' : 'forwardTo'
  return (
    <PostForm intent={act} className="stack">
      <HiddenFields values={{ version: String(version), suggested: suggested?.sealed }} />
      {whyNot === undefined ? (
        <SelectField
          name={field}
          label={t(`${act}.agency`)}
          hint={hint}
          emptyLabel={t('assign.choose')}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={value(field) ?? bodies.find(({ id }) => id === suggested?.id)?.id}
          error={error(field)}
        />
      ) : null}
      {whyNot === undefined ? <FilesAlong id="files" files={files} /> : null}
      <div>
        <Button variant={act === 'assign' ? 'primary' : 'secondary'} disabledReason={whyNot}>
          {t(`${act}.send`)}
        </Button>
      </div>
    </PostForm>
  )
}
