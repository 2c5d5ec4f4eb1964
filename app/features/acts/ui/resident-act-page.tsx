import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { ResidentAct } from '../resident-acts.queries.server.ts'
import { ActFacts } from './act-facts.tsx'
import { Protocol } from './hearing-panel.tsx'

interface ResidentActPageProps {
  readonly act: ResidentAct
  readonly submissionKey: string
  /** The letter of the act. */
  readonly letter: ReactNode
}

/** One act for the person: what was decided and why, and of a preliminary decision what they say to it. */
export function ResidentActPage({ act, submissionKey, letter }: ResidentActPageProps) {
  const { t } = useTranslation('acts')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { summary, value } = useFormState()
  const { hearing } = act
  return (
    <QuestionPage
      back={{ href: paths.trackedAppeal(locale, act.appealId), label: t('mine.back') }}
      errors={{ title: common('error.summary'), messages: summary }}
      progress={`${appeals('tracked.title')} ${act.appealNumber}`}
      title={t(`kind.${act.kind}`)}
    >
      <div className="stack">
        {hearing?.said ? (
          <Banner tone="success" title={t('mine.thanks')}>
            <p>
              {t('mine.said')}: {t(`hearing.${hearing.said.position}`)}, {hearing.said.at}
            </p>
            {hearing.said.text ? <p className="pre-line">{hearing.said.text}</p> : null}
          </Banner>
        ) : null}
        <ActFacts act={act} more={[{ term: t('field.signer'), description: act.signer }]} />
        <p className="pre-line" lang={act.language}>
          {act.text}
        </p>
        {act.canSay && hearing ? <SayForm until={hearing.objectUntil} submissionKey={submissionKey} /> : null}
        {hearing && !hearing.said && !act.canSay ? (
          <>
            <Banner title={t('mine.late', { when: hearing.objectUntil })} />
            {value('text') ? (
              <Panel title={t('mine.kept')}>
                <p className="pre-line">{value('text')}</p>
              </Panel>
            ) : null}
          </>
        ) : null}
        {hearing?.protocol ? (
          <Panel title={t('hearing.protocol')}>
            <Protocol protocol={hearing.protocol} />
          </Panel>
        ) : null}
        {letter}
      </div>
    </QuestionPage>
  )
}

function SayForm({ until, submissionKey }: { until: string; submissionKey: string }) {
  const { t } = useTranslation('acts')
  const { value, error } = useFormState()
  return (
    <Panel title={t('mine.say')}>
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey: value('submissionKey') ?? submissionKey }} />
        <p>{t('mine.until', { when: until })}</p>
        <RadioGroup
          name="position"
          label={t('mine.position')}
          options={(['objects', 'agrees'] as const).map((one) => ({ value: one, label: t(`mine.${one}`) }))}
          defaultValue={value('position')}
          error={error('position')}
        />
        <TextArea
          name="text"
          label={t('mine.text')}
          hint={t('mine.textHint')}
          rows={6}
          spellCheck
          defaultValue={value('text')}
          error={error('text')}
        />
        <div>
          <Button>{t('mine.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}
