import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { tellingWays } from '../acts.schema.ts'
import type { DeskAct } from '../desk-act.queries.server.ts'
import { noticeTone } from './act-tone.ts'

interface TellingPanelProps {
  readonly told: NonNullable<DeskAct['told']>
  readonly canTell: boolean
}

/** Whether the person was told of an act in time, and where somebody notes that they told them by hand. */
export function TellingPanel({ told, canTell }: TellingPanelProps) {
  const { t } = useTranslation('acts')
  const { value, error, sent } = useFormState('tell')
  return (
    <Panel title={t('notice.title')}>
      <SummaryList
        items={[
          {
            term: t('list.state'),
            description: <StatusTag tone={noticeTone[told.state]} text={t(`notice.${told.state}`)} />,
          },
          { term: t('field.noticeBy'), description: told.noticeBy },
          ...(told.on ? [{ term: t('field.told'), description: told.on }] : []),
          ...(told.way ? [{ term: t('notice.toldWay'), description: t(`notice.way.${told.way}`) }] : []),
          ...(told.ref ? [{ term: t('notice.toldRef'), description: told.ref }] : []),
        ]}
      />
      {canTell ? (
        <Details summary={t('notice.note')} open={sent}>
          <PostForm intent="tell" className="stack">
            <TextField
              name="toldOn"
              label={t('notice.toldOn')}
              hint={t('hint.day')}
              width="short"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={value('toldOn')}
              error={error('toldOn')}
            />
            <RadioGroup
              name="toldWay"
              label={t('notice.toldWay')}
              options={tellingWays.map((way) => ({ value: way, label: t(`notice.way.${way}`) }))}
              defaultValue={value('toldWay')}
              error={error('toldWay')}
            />
            <TextField
              name="toldRef"
              label={t('notice.toldRef')}
              hint={t('notice.toldRefHint')}
              defaultValue={value('toldRef')}
              error={error('toldRef')}
            />
            <div>
              <Button variant="secondary">{t('notice.send')}</Button>
            </div>
          </PostForm>
        </Details>
      ) : null}
    </Panel>
  )
}
