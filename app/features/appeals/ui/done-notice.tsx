import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Notification } from '#app/ui/notification.tsx'
import type { Done } from '../done.ts'

interface DoneNoticeProps {
  readonly done: { readonly act: Done; readonly id: string; readonly number: string } | undefined
  /** The appeal whose page this is; of another one the notice says the number. */
  readonly appealId?: string
}

/** What was done just now, with the way back to it. */
export function DoneNotice({ done, appealId }: DoneNoticeProps) {
  const { t } = useTranslation('appeals')
  if (!done) return null
  return (
    <Notification text={t(`done.${done.act}`)}>
      {done.id === appealId ? null : (
        <>
          {' '}
          <a href={paths.appeal(done.id)} className="tabular">
            {done.number}
          </a>
        </>
      )}
    </Notification>
  )
}
