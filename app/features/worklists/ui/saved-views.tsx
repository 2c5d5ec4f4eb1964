import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { addressOf } from '../worklist.ts'
import type { Worklist } from '../worklist-page.queries.server.ts'

/** The lists that somebody kept under a name; nothing where there are none. */
export function SavedViews({ list: { query, saved } }: { list: Worklist }) {
  const { t } = useTranslation('worklists')
  if (saved.length === 0) return null
  return (
    <nav aria-label={t('saved.label')}>
      <ul className="chips">
        {saved.map(({ id, name, shared, address }) => (
          <li key={id}>
            <a
              href={paths.worklist({ ...Object.fromEntries(new URLSearchParams(address)), saved: id })}
              className="chip chip-plain"
              aria-current={id === query.saved ? 'page' : undefined}
            >
              <span>{name}</span>
              {shared ? <span className="muted small">{t('saved.shared')}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The forms that keep this list under a name, change what was kept and remove it. */
export function SaveViewForms({ list }: { list: Worklist }) {
  const { t } = useTranslation('worklists')
  const { query, saved } = list
  const current = saved.find(({ id }) => id === query.saved)
  const [saving, changing, removing] = [useFormState('save'), useFormState('change'), useFormState('remove')]
  const address = new URLSearchParams(addressOf(query)).toString()
  return (
    <Details summary={t('saved.manage')} open={saving.sent || changing.sent || removing.sent}>
      <div className="stack">
        {current?.changeable ? (
          <>
            <PostForm intent="change" className="filters-row">
              <HiddenFields values={{ saved: current.id, version: String(current.version), list: address }} />
              <TextField
                name="name"
                id="change-name"
                label={t('saved.name')}
                defaultValue={changing.value('name') ?? current.name}
                error={changing.error('name')}
              />
              <Button variant="secondary">{t('saved.change')}</Button>
            </PostForm>
            <PostForm intent="remove">
              <HiddenFields values={{ saved: current.id, version: String(current.version) }} />
              <Button variant="danger" small>
                {t('saved.remove')}
              </Button>
            </PostForm>
          </>
        ) : null}
        <PostForm intent="save" className="filters-row">
          <HiddenFields values={{ list: address }} />
          <TextField
            name="name"
            label={t('saved.newName')}
            hint={query.q === undefined ? undefined : t('saved.withoutSearch')}
            defaultValue={saving.value('name')}
            error={saving.error('name')}
          />
          {list.canShare ? (
            <Checkbox name="shared" label={t('saved.share')} defaultChecked={saving.value('shared') !== undefined} />
          ) : null}
          <Button variant="secondary">{t('saved.save')}</Button>
        </PostForm>
      </div>
    </Details>
  )
}
