import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'

/** Takes a file out of a draft: posts `intent` with `attachmentId`. */
export function RemoveAttachment({ intent, id, name }: { intent: string; id: string; name: string }) {
  const { t } = useTranslation('attachments')
  return (
    <PostForm intent={intent}>
      <HiddenFields values={{ attachmentId: id }} />
      <Button variant="quiet" small about={name}>
        {t('remove')}
      </Button>
    </PostForm>
  )
}
