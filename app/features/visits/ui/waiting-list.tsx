import { PostForm } from '#app/core/http/post-form.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { QueueRow } from '../hall-queue.queries.server.ts'

interface WaitingListProps {
  readonly rows: readonly QueueRow[]
  readonly empty: string
  /** The shift to which who is here again comes back: a button beside each. */
  readonly backTo?: string
}

/** Who waits, in order, each in a line. */
export function WaitingList({ rows, empty, backTo }: WaitingListProps) {
  const { t } = useTranslation('visits')
  if (rows.length === 0) return <p className="muted">{empty}</p>
  return (
    <ol className="waiting">
      {rows.map((row) => (
        <li key={row.id} className="waiting-row">
          <strong className="tabular">{row.label}</strong>
          <span>{t(`language.${row.language}`)}</span>
          <span className="muted">{t('console.minutes', { minutes: String(row.minutes) })}</span>
          {row.reason && row.reason !== 'arrival' ? <span>{t(`reason.${row.reason}`)}</span> : null}
          {backTo ? (
            <PostForm intent="comeBack">
              <HiddenFields values={{ shiftId: backTo, ticketId: row.id, version: String(row.version) }} />
              <Button variant="secondary" small about={row.label}>
                {t('act.comeBack')}
              </Button>
            </PostForm>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
