import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { WarningText } from '#app/ui/warning-text.tsx'
import type { ErasablePerson } from '../erasures.queries.server.ts'
import { grounds } from '../erasures.schema.ts'

/** All that one person brought, and the form that empties it; or why that cannot be done now. */
export function PersonPanel({ person }: { person: ErasablePerson }) {
  const { t } = useTranslation('erasures')
  const open = person.appeals.filter((appeal) => appeal.open)
  return (
    <Panel title={t('person.title')}>
      <div className="stack">
        <SummaryList
          items={[
            ...(person.initials ? [{ term: t('person.initials'), description: person.initials }] : []),
            ...(person.iinEnd ? [{ term: t('person.iinEnd'), description: person.iinEnd }] : []),
            ...person.appeals.map(({ number, status, registeredOn, erased }) => ({
              term: number,
              description: (
                <>
                  {registeredOn}, {status} {erased ? <StatusTag text={t('person.erased')} /> : null}
                </>
              ),
            })),
          ]}
        />
        {person.hold ? (
          <Banner tone="warning" title={t('held.title')}>
            {t('held.what', { number: person.hold.number })}
            <br />
            {[person.hold.since, person.hold.by, person.hold.reason].join(' · ')}
          </Banner>
        ) : null}
        {open.length > 0 && !person.hold ? (
          <Banner title={t('open.title')}>
            {t('open.what', { numbers: open.map(({ number }) => number).join(', ') })}
          </Banner>
        ) : person.appeals.every(({ erased }) => erased) ? (
          <Banner title={t('person.allErased')} />
        ) : (
          <EraseForm applicantId={person.applicantId} held={person.hold !== undefined} />
        )}
      </div>
    </Panel>
  )
}

function EraseForm({ applicantId, held }: { applicantId: string; held: boolean }) {
  const { t } = useTranslation('erasures')
  const form = useFormState()
  // The form stands once for each person; only the one that was sent shows what came back.
  const isSent = form.value('applicantId') === applicantId
  const value = (field: string) => (isSent ? form.value(field) : undefined)
  const error = (field: string) => (isSent ? form.error(field) : undefined)
  const idOf = (field: string) => (isSent ? field : `${field}-${applicantId}`)
  return (
    <PostForm className="stack">
      <HiddenFields values={{ applicantId }} />
      <RadioGroup
        id={idOf('ground')}
        name="ground"
        label={t('ground.title')}
        options={grounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
        defaultValue={value('ground')}
        error={error('ground')}
      />
      <TextField
        id={idOf('paper')}
        name="paper"
        label={t('paper.label')}
        hint={t('paper.hint')}
        width="medium"
        autoComplete="off"
        defaultValue={value('paper')}
        error={error('paper')}
      />
      {held ? null : <WarningText label={t('form.warningLabel')}>{t('form.warning')}</WarningText>}
      <Checkbox id={idOf('sure')} name="sure" label={t(held ? 'held.sure' : 'form.sure')} error={error('sure')} />
      <div>
        <Button variant={held ? 'secondary' : 'danger'}>{t(held ? 'held.send' : 'form.send')}</Button>
      </div>
    </PostForm>
  )
}
