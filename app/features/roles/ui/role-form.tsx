import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { permissionGroups } from '../permission-groups.ts'
import type { RoleItem, RoleView } from '../roles.queries.server.ts'

interface RoleFormProps {
  readonly view: RoleView
  readonly submissionKey: string
}

/** What one role may, to be ticked; and what it cannot be given. */
export function RoleForm({ view, submissionKey }: RoleFormProps) {
  const { t } = useTranslation('roles')
  const { t: changes } = useTranslation('changes')
  const { sent, value, error } = useFormState('save')
  const { items, mark, above } = view
  const held = items.filter((item) => item.held).map(({ permission }) => permission)
  const groups = permissionGroups.filter((group) => items.some((item) => item.group === group))
  const optionOf = (item: RoleItem) => ({
    value: item.permission,
    label: t(`permission.${item.permission}`),
    disabledReason: item.fixed ? t('edit.fixed') : undefined,
    hint: hintOf(item),
  })
  const hintOf = ({ usual, needs }: RoleItem) => {
    const needed = needs.map((one) => t(`permission.${one}`)).join(', ')
    return [usual ? t('edit.usual') : t('edit.unusual'), needed && t('edit.needs', { needed })]
      .filter(Boolean)
      .join('. ')
  }
  return (
    <>
      <Panel>
        <PostForm intent="save" className="stack">
          <p>{t('edit.lead')}</p>
          <HiddenFields values={{ submissionKey, mark }} />
          {groups.map((group, at) => (
            <CheckboxGroup
              key={group}
              name="permissions"
              id={at === 0 ? 'permissions' : `permissions-${group}`}
              label={t(`group.${group}`)}
              options={items.filter((item) => item.group === group).map(optionOf)}
              defaultValues={sent ? [...(value('permissions') ?? '').split(' '), ...fixedOf(items)] : held}
              error={at === 0 ? error('permissions') : undefined}
            />
          ))}
          <div>
            <Button>{changes('act.save')}</Button>
          </div>
        </PostForm>
      </Panel>
      <Details summary={t('edit.above')}>
        <p>{t('edit.aboveHint')}</p>
        <ul>
          {above.map((permission) => (
            <li key={permission}>{t(`permission.${permission}`)}</li>
          ))}
        </ul>
      </Details>
    </>
  )
}

const fixedOf = (items: readonly RoleItem[]) => items.filter(({ fixed }) => fixed).map(({ permission }) => permission)
