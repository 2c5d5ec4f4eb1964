import { useFormState } from '#app/core/http/form-reply.ts'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Checkbox } from '#app/ui/choices.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ShownDifference } from '../shown-differences.server.ts'

interface DifferencePanelProps {
  readonly difference: ShownDifference
  /** Of its tick; the first one carries the name of the field, where a summary of errors leads. */
  readonly tickId: string
}

/** One thing: what became of it here and in the pack, both texts, and the tick that takes the pack's. */
export function DifferencePanel({ difference, tickId }: DifferencePanelProps) {
  const { t } = useTranslation('packs')
  const { error } = useFormState('')
  const { id, kind, title, state, here, there, fields, takeable, seen } = difference
  const name = `${t(`kind.${kind}`)}: ${title}`
  return (
    <Panel title={name}>
      <ul>
        {here === 'same' ? null : <li>{t(`compare.mine.${here}`)}</li>}
        {there === 'same' ? null : <li>{t(`compare.theirs.${there}`)}</li>}
      </ul>
      {fields.length > 0 ? (
        <DataTable
          caption={name}
          captionHidden
          rows={[...fields]}
          rowKey={({ field }) => field}
          columns={[
            {
              key: 'field',
              header: t('compare.what'),
              rowHeader: true,
              cell: ({ field }) => t(`field.${field as 'text'}`),
            },
            { key: 'mine', header: t('compare.inRegion'), cell: ({ mine }) => mine || t('compare.nothing') },
            { key: 'theirs', header: t('compare.inPack'), cell: ({ theirs }) => theirs || t('compare.nothing') },
          ]}
        />
      ) : null}
      {takeable ? (
        <Checkbox
          name="items"
          id={tickId}
          value={`${seen}/${id}`}
          label={`${there === 'gone' ? t('compare.tick.retire') : t('compare.tick.take')}: ${title}`}
          error={tickId === 'items' ? error('items') : undefined}
        />
      ) : state === 'here' ? null : (
        <p>{t('compare.byHand')}</p>
      )}
    </Panel>
  )
}
