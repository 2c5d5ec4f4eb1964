import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import type { DeskShare } from '../desk-shares.queries.server.ts'

interface DecideFormsProps {
  readonly appeal: DeskAppeal
  readonly share: DeskShare
}

/** Whose a share is: left with its body, or given to the right one; each with its reason. */
export function DecideForms({ appeal, share }: DecideFormsProps) {
  const { t } = useTranslation('appeals')
  if (share.canKeep)
    return (
      <div className="grid-2">
        <RedirectForm appeal={appeal} share={share} />
        <KeepForm appeal={appeal} share={share} />
      </div>
    )
  if (!share.canRedirect) return null
  return <OpenRedirect appeal={appeal} share={share} summary={t('share.redirectOpen')} />
}

/** The state of a form that stands once for each share: only the one that was sent has it. */
function useShareForm(intent: 'keep' | 'redirect', share: DeskShare) {
  const form = useFormState(intent)
  const mine = form.sent && form.value('assignmentId') === share.id
  return {
    sent: mine,
    // A summary leads to a field by its name.
    idOf: (name: string) => (mine ? name : `${intent}-${name}-${share.id}`),
    value: (name: string) => (mine ? form.value(name) : undefined),
    error: (name: string) => (mine ? form.error(name) : undefined),
  }
}

function OpenRedirect({ summary, ...props }: DecideFormsProps & { summary: string }) {
  const { sent } = useShareForm('redirect', props.share)
  return (
    <Details summary={summary} open={sent}>
      <RedirectForm {...props} />
    </Details>
  )
}

function RedirectForm({ appeal, share }: DecideFormsProps) {
  const { t } = useTranslation('appeals')
  const { idOf, value, error } = useShareForm('redirect', share)
  const bodies = [...appeal.assignable, ...appeal.forwardable]
  return (
    <PostForm intent="redirect" className="stack">
      <HiddenFields values={{ version: String(appeal.version), assignmentId: share.id }} />
      <SelectField
        id={idOf('toAgency')}
        name="toAgency"
        label={t('share.toAgency')}
        emptyLabel={t('assign.choose')}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={value('toAgency') ?? share.contest?.rightId}
        error={error('toAgency')}
      />
      <Why form={{ idOf, value, error }} />
      <div>
        <Button variant="secondary" about={share.agency}>
          {t('share.redirect')}
        </Button>
      </div>
    </PostForm>
  )
}

function KeepForm({ appeal, share }: DecideFormsProps) {
  const { t } = useTranslation('appeals')
  const form = useShareForm('keep', share)
  return (
    <PostForm intent="keep" className="stack">
      <HiddenFields values={{ version: String(appeal.version), assignmentId: share.id }} />
      <Why form={form} />
      <div>
        <Button variant="secondary" about={share.agency}>
          {t('share.keep')}
        </Button>
      </div>
    </PostForm>
  )
}

function Why({ form }: { form: Pick<ReturnType<typeof useShareForm>, 'idOf' | 'value' | 'error'> }) {
  const { t } = useTranslation('appeals')
  return (
    <TextArea
      id={form.idOf('why')}
      name="why"
      label={t('share.why')}
      hint={t('share.whyHint')}
      rows={3}
      spellCheck
      defaultValue={form.value('why')}
      error={form.error('why')}
    />
  )
}
