import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { StepList } from '#app/ui/step-list.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { Tone } from '#app/ui/tone.ts'
import type { SetupPageData } from '../region-setups.queries.server.ts'

const tones = { done: 'good', now: 'info', next: 'neutral' } as const satisfies Record<string, Tone>

/** How far a new region is, and what can be done where it could not be made. */
export function SetupPage({ setup }: { setup: SetupPageData }) {
  const { t } = useTranslation('platform')
  return (
    <div className="stack">
      {setup.state === 'done' ? (
        <Banner tone="success" title={t('setup.done')} />
      ) : setup.state === 'failed' ? (
        <Banner tone="danger" title={t('setup.failed')}>
          <p>{setup.problem}</p>
          <div className="cluster">
            <PostForm intent="retry">
              <Button>{t('setup.retry')}</Button>
            </PostForm>
            <PostForm intent="forget">
              <Button variant="secondary">{t('setup.forget')}</Button>
            </PostForm>
          </div>
        </Banner>
      ) : (
        <Banner tone="info" title={t('setup.waiting')} />
      )}
      <Panel title={t('setup.progress')}>
        <StepList
          steps={setup.steps.map(({ step, state }) => ({
            title: t(`setup.step.${step}`),
            body: <StatusTag tone={tones[state]} text={t(`setup.state.${state}`)} />,
          }))}
        />
      </Panel>
      <SummaryList
        items={[
          {
            term: t('setup.addresses'),
            description: (
              <ul>
                {setup.addresses.map((address) => (
                  <li key={address}>{setup.state === 'done' ? <a href={address}>{address}</a> : address}</li>
                ))}
              </ul>
            ),
          },
          { term: t('regions.pack'), description: setup.pack },
          { term: t('setup.asked'), description: setup.askedAt },
        ]}
      />
    </div>
  )
}
