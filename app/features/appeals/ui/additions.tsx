import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Panel } from '#app/ui/panel.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

interface AdditionsProps {
  readonly appeal: Pick<DeskAppeal, 'additions' | 'language' | 'withdrawalReason'>
  readonly filesOf: (files: readonly DeskAppeal['files'][number][]) => ReactNode
}

/** What the person added after filing, and why the appeal was taken back. */
export function Additions({ appeal, filesOf }: AdditionsProps) {
  const { t } = useTranslation('appeals')
  return (
    <>
      {appeal.additions.map(({ id, when, text, files }) => (
        <Panel key={id} title={t('addition.heading', { when })}>
          {text ? (
            <p className="pre-line" lang={appeal.language}>
              {text}
            </p>
          ) : null}
          {filesOf(files)}
        </Panel>
      ))}
      {appeal.withdrawalReason ? (
        <Panel title={t('withdrawn.reason')}>
          <p className="pre-line" lang={appeal.language}>
            {appeal.withdrawalReason}
          </p>
        </Panel>
      ) : null}
    </>
  )
}
