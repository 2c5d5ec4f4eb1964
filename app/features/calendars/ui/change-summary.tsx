import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { toneOfState, type ChangeState } from './versions-panel.tsx'

interface ChangeSummaryProps {
  readonly change: {
    readonly state: ChangeState
    readonly lines: readonly string[]
    readonly source: string
    readonly who: string
    readonly at: string
  }
  readonly back: string
  readonly children: ReactNode
}

/** A change of a calendar: what it does, on what ground, who prepared it; and what may be done with it. */
export function ChangeSummary({ change, back, children }: ChangeSummaryProps) {
  const { t } = useTranslation('calendars')
  const { t: common } = useTranslation('common')
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        title={t('change.title')}
        back={{ href: back, label: t('change.back') }}
        actions={<StatusTag tone={toneOfState(change.state)} text={t(`state.${change.state}`)} />}
      />
      <Panel>
        <SummaryList
          items={[
            {
              term: t('change.what'),
              description: (
                <ul>
                  {change.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            },
            { term: t('change.source'), description: change.source },
            { term: t('change.who'), description: change.who || t('versions.platform') },
            { term: t('change.when'), description: change.at },
          ]}
        />
      </Panel>
      {children}
    </div>
  )
}

interface ActFormProps {
  readonly intent: string
  readonly label: string
  readonly hint?: string
  readonly variant?: ButtonVariant
  readonly version: number
  readonly submissionKey: string
}

/** One thing that may be done with a change, with what it brings. */
export function ActForm({ intent, label, hint, variant, version, submissionKey }: ActFormProps) {
  return (
    <PostForm intent={intent}>
      <HiddenFields values={{ submissionKey, version: String(version) }} />
      {hint ? <p>{hint}</p> : null}
      <Button variant={variant}>{label}</Button>
    </PostForm>
  )
}
