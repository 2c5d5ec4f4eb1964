import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'
import { ContestFields } from './contest-fields.tsx'

/** "Not ours": why, and whose it is. */
export function ContestForm({ appeal }: { appeal: DeskAppeal }) {
  const { t } = useTranslation('appeals')
  const { sent } = useFormState('contest')
  if (appeal.can.contest !== 'yes') return null
  return (
    <Details summary={t('contest.open')} open={sent}>
      <PostForm intent="contest" className="stack">
        <HiddenFields values={{ version: String(appeal.shareVersion) }} />
        <ContestFields intent="contest" bodies={[...appeal.assignable, ...appeal.forwardable]} />
        <div>
          <Button variant="secondary">{t('contest.send')}</Button>
        </div>
      </PostForm>
    </Details>
  )
}
