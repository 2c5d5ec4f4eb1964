import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, CheckboxGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { AdminInterpreter } from '../interpreters.queries.server.ts'
import { languageCodes } from '../languages.ts'

interface InterpreterFormProps {
  /** Left out for a new one. */
  readonly interpreter?: AdminInterpreter
  readonly submissionKey: string
}

/** Who interprets between which languages, and where. */
export function InterpreterForm({ interpreter, submissionKey }: InterpreterFormProps) {
  const { t } = useTranslation('interpreters')
  const { t: changes } = useTranslation('changes')
  const { sent, value, error } = useFormState(interpreter ? 'change' : '')
  const ticked = (name: 'signLanguage' | 'onSite' | 'remote') =>
    sent ? value(name) !== undefined : (interpreter?.[name] ?? false)
  return (
    <Panel>
      <PostForm intent={interpreter ? 'change' : undefined} className="stack">
        <HiddenFields values={{ submissionKey, version: interpreter && String(interpreter.version) }} />
        <TextField
          name="fullName"
          label={t('list.name')}
          autoComplete="off"
          defaultValue={value('fullName') ?? interpreter?.fullName}
          error={error('fullName')}
        />
        <CheckboxGroup
          name="languages"
          label={t('form.languages')}
          inline
          options={languageCodes.map((code) => ({ value: code, label: t(`language.${code}`) }))}
          defaultValues={sent ? (value('languages') ?? '').split(' ') : interpreter?.languages}
          error={error('languages')}
        />
        <Checkbox name="signLanguage" label={t('form.signLanguage')} defaultChecked={ticked('signLanguage')} />
        <Checkbox name="onSite" label={t('form.onSite')} defaultChecked={ticked('onSite')} error={error('onSite')} />
        <Checkbox name="remote" label={t('form.remote')} defaultChecked={ticked('remote')} />
        <TextField
          name="phone"
          type="tel"
          label={t('form.phone')}
          optionalLabel={`(${t('form.optional')})`}
          width="medium"
          autoComplete="off"
          defaultValue={value('phone') ?? interpreter?.phone ?? ''}
          error={error('phone')}
        />
        <div>
          <Button>{interpreter ? changes('act.save') : changes('act.add')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}
