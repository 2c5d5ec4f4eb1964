import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'

interface StatePanelProps {
  readonly retired: boolean
  readonly version: number
  readonly submissionKey: string
  /** What becomes of what names it. */
  readonly hint: string
  /** Why it cannot be retired now. */
  readonly held?: string | undefined
  /** Fields of the form that retires. */
  readonly children?: ReactNode
}

/** Takes a thing out of use, or into use again. */
export function StatePanel({ retired, version, submissionKey, hint, held, children }: StatePanelProps) {
  const { t } = useTranslation('changes')
  const fields = <HiddenFields values={{ submissionKey, version: String(version) }} />
  if (retired) {
    return (
      <Panel title={t('state.retired')}>
        <PostForm intent="bringBack" className="stack">
          {fields}
          <p>{t('state.bringBackHint')}</p>
          <div>
            <Button variant="secondary">{t('act.bringBack')}</Button>
          </div>
        </PostForm>
      </Panel>
    )
  }
  return (
    <Panel title={t('state.inUse')}>
      <PostForm intent="retire" className="stack">
        {fields}
        <p>{hint}</p>
        {children}
        <div>
          <Button variant="danger" disabledReason={held}>
            {t('act.retire')}
          </Button>
        </div>
      </PostForm>
    </Panel>
  )
}
