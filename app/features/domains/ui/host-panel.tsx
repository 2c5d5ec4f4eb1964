import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { ShownHost } from '../domains.queries.server.ts'

const tones = { asked: 'neutral', checking: 'info', failed: 'danger', served: 'good', removed: 'neutral' } as const

/** One host: how far it is, what is wrong, what to do, and what can be done with it now. */
export function HostPanel({ host, target }: { host: ShownHost; target: string }) {
  const { t } = useTranslation('domains')
  const { name, state, problem, isPrimary, failingSince, failsLong, checked } = host
  const isServed = state === 'served'
  const facts = [
    ...(host.name === host.host ? [] : [{ term: t('how.inNetwork'), description: host.host }]),
    ...(checked ? [{ term: t('checked'), description: checked }] : []),
    ...(failingSince ? [{ term: t('failingSince'), description: failingSince }] : []),
  ]
  return (
    <Panel title={name}>
      <div className="cluster">
        {failingSince ? (
          <StatusTag tone="danger" text={t('state.failing')} />
        ) : state === 'removed' ? null : (
          <StatusTag tone={tones[state]} text={t(`state.${state}`)} />
        )}
        {isPrimary ? <StatusTag tone="info" text={t('state.primary')} /> : null}
      </div>
      {problem ? (
        <Banner tone="warning" title={t(`problem.${problem}`)}>
          {failsLong ? t('failsLong') : failingSince ? t('failingHint') : null}
        </Banner>
      ) : null}
      {facts.length > 0 ? <SummaryList items={facts} /> : null}
      <Details summary={t('how.title')} open={!isServed}>
        <Steps host={host} target={target} />
      </Details>
      {isServed && !isPrimary ? <p className="muted">{t('passkeys')}</p> : null}
      <div className="cluster">
        {state === 'checking' ? null : <Act intent="check" host={host} label={t('act.check')} />}
        {isServed && !isPrimary && !failingSince ? <Act intent="show" host={host} label={t('act.show')} /> : null}
        {isPrimary ? <Act intent="showGiven" host={host} label={t('act.showGiven')} /> : null}
        <Act intent="remove" host={host} label={t('act.remove')} />
      </div>
    </Panel>
  )
}

function Steps({ host, target }: { host: ShownHost; target: string }) {
  const { t } = useTranslation('domains')
  return (
    <div className="stack">
      <Record title={t('how.alias')} from={host.host} value={target} />
      <Record title={t('how.text')} from={host.textAt} value={host.token} />
      <p>{t('how.file')}</p>
      <p>
        <code>{host.tokenAt}</code>
      </p>
      <p>
        {t('how.fileText')}: <code>{host.token}</code>
      </p>
      <p className="muted">{t('how.certificate')}</p>
    </div>
  )
}

function Record({ title, from, value }: { title: string; from: string; value: string }) {
  const { t } = useTranslation('domains')
  return (
    <>
      <p>{title}</p>
      <p>
        {t('how.from')}: <code>{from}</code>
        <br />
        {t('how.value')}: <code>{value}</code>
      </p>
    </>
  )
}

function Act({ intent, host, label }: { intent: string; host: ShownHost; label: string }) {
  return (
    <PostForm intent={intent}>
      <HiddenFields values={{ hostId: host.id }} />
      <Button variant={intent === 'check' ? 'primary' : 'secondary'} about={host.name}>
        {label}
      </Button>
    </PostForm>
  )
}
