import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Notification } from '#app/ui/notification.tsx'
import type { Verb } from '../history.ts'

interface UndoNoticeProps {
  readonly change: { readonly id: string; readonly verb: Verb }
  readonly submissionKey: string
}

/** That the last step was saved, with the way back. */
export function UndoNotice({ change, submissionKey }: UndoNoticeProps) {
  const { t } = useTranslation('changes')
  return (
    <Notification
      text={change.verb === 'undone' ? t('notice.undone') : t('notice.saved')}
      action={
        <PostForm action={paths.change(change.id)}>
          <HiddenFields values={{ submissionKey }} />
          <Button variant="secondary" small>
            {change.verb === 'undone' ? t('act.redo') : t('act.undo')}
          </Button>
        </PostForm>
      }
    />
  )
}
