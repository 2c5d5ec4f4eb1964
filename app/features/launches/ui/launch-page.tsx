import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { InsetText } from '#app/ui/inset-text.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { StepList } from '#app/ui/step-list.tsx'
import type { Tone } from '#app/ui/tone.ts'
import type { Launch } from '../launch.queries.server.ts'

const tones = { new: 'neutral', stopped: 'danger', lacking: 'warn', done: 'good' } as const satisfies Record<
  string,
  Tone
>

/** The way to going live: each step, what is missing in it, and the last button. */
export function LaunchPage({ launch }: { launch: Launch }) {
  const { t } = useTranslation('launches')
  const { t: common } = useTranslation('common')
  const { error, summary } = useFormState('goLive')
  const { steps, next, done, ready, liveSince } = launch
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading
        title={t('title')}
        lead={liveSince ? undefined : t('lead')}
        actions={next && !liveSince ? <ButtonLink href={next}>{t('continue')}</ButtonLink> : undefined}
      />
      {liveSince ? (
        <Banner tone="success" title={t('live.since', { when: liveSince })}>
          <a href={paths.dryRun()}>{t('step.dryRun')}</a>
        </Banner>
      ) : null}
      {liveSince ? null : (
        <Panel title={t('progress', { done, of: steps.length })}>
          <StepList
            steps={steps.map(({ step, href, missing, state }) => ({
              title: t(`step.${step}`),
              body: (
                <div className="stack">
                  <div className="cluster">
                    <StatusTag tone={tones[state]} text={t(`state.${state}`)} />
                    <a href={href}>{t(`step.${step}`)}</a>
                  </div>
                  {missing.map(({ gap, count }) => (
                    <p key={gap}>{t(`gap.${gap}`, { count })}</p>
                  ))}
                </div>
              ),
            }))}
          />
        </Panel>
      )}
      {liveSince ? null : (
        <Panel title={t('live.title')}>
          <div className="stack">
            <p>{t('live.lead')}</p>
            {ready ? (
              <PostForm action={paths.launch()} intent="goLive" className="stack">
                <Checkbox name="allChecked" label={t('live.sure')} error={error('allChecked')} />
                <div>
                  <Button>{t('live.send')}</Button>
                </div>
              </PostForm>
            ) : (
              <InsetText>{t('live.notReady')}</InsetText>
            )}
          </div>
        </Panel>
      )}
    </div>
  )
}
