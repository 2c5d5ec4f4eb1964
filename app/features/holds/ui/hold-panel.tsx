import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { Holds } from '../holds.queries.server.ts'

interface HoldPanelProps {
  readonly holds: Holds
  /** Nothing of the appeal is left that could be held. */
  readonly erased: boolean
}

/** Whether an appeal is under legal hold, since when, by whom and why; nothing where it never was and the reader may not. */
export function HoldPanel({ holds: { canHold, standing, past }, erased }: HoldPanelProps) {
  const { t } = useTranslation('holds')
  const mayPlace = canHold && !standing && !erased
  if (!standing && past.length === 0 && !mayPlace) return null
  return (
    <Panel title={t('title')} id="hold">
      {standing ? (
        <>
          <Banner tone="warning" title={t('held')}>
            {t('heldHint')}
          </Banner>
          <SummaryList
            items={[
              { term: t('reason'), description: standing.reason },
              { term: t('by'), description: standing.by },
              { term: t('since'), description: standing.since },
            ]}
          />
        </>
      ) : null}
      {past.length > 0 ? (
        <Details summary={t('past')}>
          <ul>
            {past.map(({ id, since, by, reason, lifted }) => (
              <li key={id}>
                {since} · {by} · {reason}
                <br />
                <span className="muted">
                  {t('lifted')}: {lifted}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {standing && canHold ? <LiftForm holdId={standing.id} /> : null}
      {mayPlace ? <PlaceForm /> : null}
    </Panel>
  )
}

function PlaceForm() {
  const { t } = useTranslation('holds')
  const { value, error, sent } = useFormState('hold')
  return (
    <Details summary={t('place')} open={sent}>
      <PostForm intent="hold" className="stack">
        <TextArea
          name="holdReason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          defaultValue={value('holdReason')}
          error={error('holdReason')}
        />
        <div>
          <Button variant="secondary">{t('placeSend')}</Button>
        </div>
      </PostForm>
    </Details>
  )
}

function LiftForm({ holdId }: { holdId: string }) {
  const { t } = useTranslation('holds')
  const { value, error, sent } = useFormState('liftHold')
  return (
    <Details summary={t('lift')} open={sent}>
      <PostForm intent="liftHold" className="stack">
        <HiddenFields values={{ holdId }} />
        <TextArea
          name="liftReason"
          label={t('liftReason')}
          rows={3}
          defaultValue={value('liftReason')}
          error={error('liftReason')}
        />
        <div>
          <Button variant="secondary">{t('liftSend')}</Button>
        </div>
      </PostForm>
    </Details>
  )
}
