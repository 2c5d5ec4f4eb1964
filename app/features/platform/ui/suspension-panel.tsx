import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { RegionState } from '../console.queries.server.ts'

/** Has a region's staff only read, with a reason for its administrators; or lets them work again. */
export function SuspensionPanel({ region: { status, suspensions } }: { region: RegionState }) {
  const { t } = useTranslation('platform')
  const form = useFormState('suspend')
  if (status === 'archived') return null
  if (status === 'suspended')
    return (
      <Panel title={t('suspend.is')}>
        <div className="stack">
          <p>{t('suspend.isText')}</p>
          {suspensions[0] ? (
            <p>
              {t('suspend.reason')}: {suspensions[0].reason}
            </p>
          ) : null}
          <PostForm intent="resume">
            <Button>{t('suspend.resume')}</Button>
          </PostForm>
        </div>
      </Panel>
    )
  return (
    <Panel title={t('suspend.title')}>
      <PostForm intent="suspend" className="stack">
        <p>{t('suspend.what')}</p>
        <TextArea
          name="suspensionReason"
          label={t('suspend.reason')}
          hint={t('suspend.reasonHint')}
          rows={3}
          defaultValue={form.value('suspensionReason')}
          error={form.error('suspensionReason')}
        />
        <div>
          <Button variant="danger">{t('suspend.send')}</Button>
        </div>
      </PostForm>
    </Panel>
  )
}
