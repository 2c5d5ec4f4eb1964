import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { staffRoles } from '#app/core/access/permissions.ts'

interface InviteFormProps {
  readonly submissionKey: string
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** Who is invited, as what, and in which language the letter is written. */
export function InviteForm({ submissionKey, agencies }: InviteFormProps) {
  const { t } = useTranslation('staff')
  const { locale } = usePageScope()
  const { value, error } = useFormState()
  const field = (name: string) => ({ name, defaultValue: value(name), error: error(name) })
  return (
    <Panel id="invite" title={t('invite.title')}>
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey: value('submissionKey') ?? submissionKey }} />
        <TextField {...field('fullName')} label={t('list.name')} autoComplete="off" />
        <TextField {...field('email')} type="email" label={t('list.email')} autoComplete="off" />
        <RadioGroup
          {...field('role')}
          label={t('list.role')}
          options={staffRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <SelectField
          {...field('agencyId')}
          label={t('list.agency')}
          hint={t('invite.agencyHint')}
          emptyLabel={t('invite.noAgency')}
          options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
        />
        <RadioGroup
          {...field('locale')}
          defaultValue={value('locale') ?? locale}
          label={t('invite.locale')}
          options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
        />
        <div>
          <Button>{t('invite.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}
