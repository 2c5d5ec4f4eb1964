import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { rowsOfSplit } from '../split-rows.ts'
import { FilesAlong } from './files-along.tsx'
import type { Suggested } from './suggested.ts'

/** Splits an appeal: who leads where nobody does yet, and which body has which part. Rows left empty are none. */
export function SplitForm({ appeal, suggested }: { appeal: DeskAppeal; suggested: Suggested | undefined }) {
  const { t } = useTranslation('appeals')
  const { sent, value, error } = useFormState('split')
  const { assignable, forwardable, hasLead, version } = appeal
  const options = (bodies: typeof assignable) => bodies.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Details summary={t('split.open')} open={sent}>
      <PostForm intent="split" className="stack">
        <HiddenFields values={{ version: String(version), suggested: suggested?.sealed }} />
        <p>{t('split.hint')}</p>
        {hasLead ? null : (
          <SelectField
            name="lead"
            label={t('split.lead')}
            hint={t('split.leadHint')}
            emptyLabel={t('assign.choose')}
            options={options(assignable)}
            defaultValue={value('lead') ?? assignable.find(({ id }) => id === suggested?.id)?.id}
            error={error('lead')}
          />
        )}
        {rowsOfSplit.map((n) => (
          <div key={n} className="grid-2">
            <SelectField
              name={`body${n}`}
              label={t('split.body', { n })}
              emptyLabel={t('assign.choose')}
              options={[
                { label: t('split.akimat'), options: options(assignable) },
                { label: t('split.outside'), options: options(forwardable) },
              ]}
              defaultValue={value(`body${n}`)}
              error={error(`body${n}`)}
            />
            <TextArea
              name={`part${n}`}
              label={t('split.part', { n })}
              hint={n === 1 ? t('split.partHint') : undefined}
              rows={3}
              spellCheck
              defaultValue={value(`part${n}`)}
              error={error(`part${n}`)}
            />
          </div>
        ))}
        <FilesAlong id="filesOfSplit" files={appeal.brought} />
        <div>
          <Button variant="secondary">{t('split.send')}</Button>
        </div>
      </PostForm>
    </Details>
  )
}
