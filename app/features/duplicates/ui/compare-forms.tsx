import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { ComparedSide, Comparison } from '../compare.queries.server.ts'
import { fateField } from '../fate.ts'

interface FormProps {
  readonly comparison: Comparison
  readonly other: ComparedSide
}

const versionsOf = ({ one }: Comparison, other: ComparedSide) => ({
  otherId: other.id,
  version: String(one.version),
  otherVersion: String(other.version),
})

/** Merges the second into the first: what will happen is said beforehand, and each body's open share is given a fate. */
export function MergeForm({ comparison, other }: FormProps) {
  const { t } = useTranslation('duplicates')
  const { value, error } = useFormState('merge')
  const { one, dueOn } = comparison
  return (
    <Panel title={t('merge.title')}>
      <PostForm intent="merge" className="stack">
        <HiddenFields values={versionsOf(comparison, other)} />
        <p>{t('merge.what', { stays: one.number, joins: other.number })}</p>
        <p>{t('merge.due', { day: dueOn })}</p>
        {other.shares.map(({ id, agencyId, agency }) => (
          <RadioGroup
            key={id}
            name={fateField(id)}
            label={`${t('merge.fate')}: ${agency}`}
            options={[
              { value: 'close', label: t('merge.close') },
              {
                value: 'move',
                label: t('merge.move'),
                disabledReason: one.shares.some((share) => share.agencyId === agencyId)
                  ? t('merge.hasBoth')
                  : undefined,
              },
            ]}
            defaultValue={value(fateField(id))}
            error={error(fateField(id))}
          />
        ))}
        <Reason name="mergeReason" value={value('mergeReason')} error={error('mergeReason')} hint={t('merge.hint')} />
        <div>
          <Button>{t('merge.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

/** Parts the second from the first, while that is not answered. */
export function UnmergeForm({ comparison, other }: FormProps) {
  const { t } = useTranslation('duplicates')
  const { value, error } = useFormState('unmerge')
  if (!comparison.canUnmerge) return <Banner title={t('unmerge.tooLate')} />
  return (
    <Panel title={t('unmerge.title')}>
      <PostForm intent="unmerge" className="stack">
        <HiddenFields values={versionsOf(comparison, other)} />
        <p>{t('unmerge.what', { number: other.number })}</p>
        <Reason name="unmergeReason" value={value('unmergeReason')} error={error('unmergeReason')} />
        <div>
          <Button variant="secondary">{t('unmerge.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

/** Says what the first has to do with the second, without merging them. */
export function RelateForm({ comparison, other }: FormProps) {
  const { t } = useTranslation('duplicates')
  const { value, error } = useFormState('relate')
  return (
    <Panel title={t('relate.title')}>
      <PostForm intent="relate" className="stack">
        <HiddenFields values={{ otherId: other.id }} />
        <RadioGroup
          name="relationKind"
          label={t('relate.kind')}
          options={[
            { value: 'related', label: t('relate.related'), hint: t('relate.relatedHint') },
            {
              value: 'repeat',
              label: t('relate.repeat', { number: comparison.one.number }),
              hint: t('relate.repeatHint'),
              disabledReason: comparison.canRepeat ? undefined : t('error.repeatEarlier'),
            },
          ]}
          defaultValue={value('relationKind')}
          error={error('relationKind')}
        />
        <Reason name="relateReason" value={value('relateReason')} error={error('relateReason')} />
        <div>
          <Button variant="secondary">{t('relate.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

/** Takes it back. */
export function UnrelateForm({ other, kind }: { other: ComparedSide; kind: 'related' | 'repeat' }) {
  const { t } = useTranslation('duplicates')
  const { value, error } = useFormState('unrelate')
  return (
    <Panel title={t('unrelate.title')}>
      <PostForm intent="unrelate" className="stack">
        <HiddenFields values={{ otherId: other.id }} />
        <p>{t(kind === 'repeat' ? 'unrelate.repeat' : 'unrelate.related')}</p>
        <Reason name="endReason" value={value('endReason')} error={error('endReason')} />
        <div>
          <Button variant="secondary">{t('unrelate.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}

interface ReasonProps {
  readonly name: string
  readonly value: string | undefined
  readonly error: string | undefined
  readonly hint?: string
}

function Reason({ name, value, error, hint }: ReasonProps) {
  const { t } = useTranslation('duplicates')
  return <TextArea name={name} label={t('reason')} hint={hint} rows={2} spellCheck defaultValue={value} error={error} />
}
