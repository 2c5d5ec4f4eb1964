import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { AdminProvider } from './admin-provider.ts'

/** Which words of the provider stand for which roles. */
export function ProviderRoles({
  roles,
  agencies,
  staffRoles,
  submissionKey,
}: Pick<AdminProvider, 'roles' | 'agencies' | 'staffRoles' | 'submissionKey'>) {
  const { t } = useTranslation('providers')
  const { t: staff } = useTranslation('staff')
  const { t: changes } = useTranslation('changes')
  const { value, error } = useFormState('addRole')
  return (
    <Panel title={t('roles.title')}>
      <div className="stack">
        <p>{t('roles.lead')}</p>
        <DataTable
          caption={t('roles.title')}
          captionHidden
          empty={<p className="muted">{t('roles.empty')}</p>}
          rows={[...roles]}
          rowKey={(row) => row.id}
          columns={[
            { key: 'word', header: t('roles.word'), rowHeader: true, cell: (row) => row.claimValue },
            { key: 'role', header: staff('list.role'), cell: (row) => staff(`role.${row.role}`) },
            { key: 'agency', header: staff('list.agency'), cell: (row) => row.agency },
            {
              key: 'drop',
              header: t('roles.act'),
              width: 'min',
              cell: (row) => (
                <PostForm intent="dropRole">
                  <HiddenFields values={{ submissionKey, providerRoleId: row.id }} />
                  <Button variant="quiet" small about={`${row.claimValue}, ${staff(`role.${row.role}`)}`}>
                    {t('roles.drop')}
                  </Button>
                </PostForm>
              ),
            },
          ]}
        />
        <PostForm intent="addRole" className="stack">
          <HiddenFields values={{ submissionKey }} />
          <TextField
            name="claimValue"
            label={t('roles.word')}
            hint={t('roles.wordHint')}
            width="medium"
            autoComplete="off"
            defaultValue={value('claimValue')}
            error={error('claimValue')}
          />
          <SelectField
            name="role"
            label={staff('list.role')}
            emptyLabel={t('roles.choose')}
            options={staffRoles.map((role) => ({ value: role, label: staff(`role.${role}`) }))}
            defaultValue={value('role')}
            error={error('role')}
          />
          <SelectField
            name="agencyId"
            label={staff('list.agency')}
            hint={t('roles.agencyHint')}
            emptyLabel={staff('invite.noAgency')}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value('agencyId')}
            error={error('agencyId')}
          />
          <div>
            <Button variant="secondary">{changes('act.add')}</Button>
          </div>
        </PostForm>
      </div>
    </Panel>
  )
}
