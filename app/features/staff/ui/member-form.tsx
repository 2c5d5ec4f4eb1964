import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { getStaffMember } from '../staff.queries.server.ts'
import { staffRoles } from '#app/core/access/permissions.ts'

interface MemberFormProps {
  readonly member: Awaited<ReturnType<typeof getStaffMember>>
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly submissionKey: string
}

/** What a member of the staff is called and does. */
export function MemberForm({ member, agencies, submissionKey }: MemberFormProps) {
  const { t } = useTranslation('staff')
  const { t: changes } = useTranslation('changes')
  const { sent, value, error } = useFormState('change')
  return (
    <Panel>
      <PostForm intent="change" className="stack">
        <HiddenFields values={{ submissionKey, version: String(member.version) }} />
        <TextField
          name="fullName"
          label={t('list.name')}
          autoComplete="off"
          defaultValue={value('fullName') ?? member.fullName}
          error={error('fullName')}
        />
        <CheckboxGroup
          name="roles"
          label={t('member.roles')}
          options={staffRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          defaultValues={sent ? (value('roles') ?? '').split(' ') : member.roles}
          error={error('roles')}
        />
        <SelectField
          name="agencyId"
          label={t('list.agency')}
          hint={t('invite.agencyHint')}
          emptyLabel={t('invite.noAgency')}
          options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          defaultValue={value('agencyId') ?? member.agencyId ?? ''}
          error={error('agencyId')}
        />
        <RadioGroup
          name="locale"
          label={t('member.locale')}
          options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
          defaultValue={value('locale') ?? member.locale}
          error={error('locale')}
        />
        <div>
          <Button>{changes('act.save')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}
