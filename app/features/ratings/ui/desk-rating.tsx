import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskRating } from '../ratings.queries.server.ts'
import { GivenRatings } from './given-ratings.tsx'

/** How an appeal's answers were rated, and the decision that a dispatcher owes to who says that nothing is solved. */
export function DeskRatingPanel({ rating: { version, given, asked } }: { rating: DeskRating }) {
  const { t } = useTranslation('ratings')
  if (given.length === 0) return null
  return (
    <Panel title={t('desk.title')}>
      {asked ? (
        <Banner tone="warning" title={t('desk.asked', { when: asked.at })}>
          <p className="pre-line">{asked.reason}</p>
          <p>{t(asked.late ? 'desk.late' : 'desk.decideBy', { when: asked.decideBy })}</p>
        </Banner>
      ) : null}
      <GivenRatings ratings={given} />
      {asked?.decides ? (
        <div className="grid-2">
          <ReopenForm version={version} bodies={asked.bodies} answeredBy={asked.answeredBy} />
          <DeclineForm version={version} />
        </div>
      ) : null}
    </Panel>
  )
}

interface ReopenFormProps {
  readonly version: number
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly answeredBy: string
}

function ReopenForm({ version, bodies, answeredBy }: ReopenFormProps) {
  const { t } = useTranslation('ratings')
  const { value, error } = useFormState('reopen')
  return (
    <PostForm intent="reopen" className="stack">
      <HiddenFields values={{ version: String(version) }} />
      <SelectField
        name="reopenTo"
        label={t('desk.body')}
        hint={t('desk.bodyHint')}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={value('reopenTo') ?? answeredBy}
        error={error('reopenTo')}
      />
      <TextArea
        name="reopenWhy"
        label={t('desk.reopenWhy')}
        hint={t('desk.toldHint')}
        defaultValue={value('reopenWhy')}
        error={error('reopenWhy')}
        rows={4}
        spellCheck
      />
      <div>
        <Button>{t('desk.reopen')}</Button>
      </div>
    </PostForm>
  )
}

function DeclineForm({ version }: { version: number }) {
  const { t } = useTranslation('ratings')
  const { value, error } = useFormState('decline')
  return (
    <PostForm intent="decline" className="stack">
      <HiddenFields values={{ version: String(version) }} />
      <TextArea
        name="declineWhy"
        label={t('desk.declineWhy')}
        hint={t('desk.declineHint')}
        defaultValue={value('declineWhy')}
        error={error('declineWhy')}
        rows={4}
        spellCheck
      />
      <div>
        <Button variant="secondary">{t('desk.decline')}</Button>
      </div>
    </PostForm>
  )
}
