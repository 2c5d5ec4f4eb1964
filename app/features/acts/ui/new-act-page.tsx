import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { NewAct } from '../desk-act.queries.server.ts'
import { ActFields } from './act-fields.tsx'

/** Where an act is prepared. */
export function NewActPage({ form }: { form: NewAct }) {
  const { t } = useTranslation('acts')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const state = useFormState()
  const { kind, share, agency, number, appealId, submissionKey } = form
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={state.summary} />
      <PageHeading
        caption={`${t('draft.title')} · ${appeals('tracked.title')} ${number}`}
        title={t(`kind.${kind}`)}
        back={{ href: paths.appeal(appealId), label: t('mine.back') }}
        lead={agency ? `${t('field.agency')}: ${agency}` : undefined}
      />
      {share ? null : <Banner tone="warning" title={t('draft.ends')} />}
      <Panel>
        <PostForm className="stack">
          <HiddenFields
            values={{
              kind,
              assignmentId: share || undefined,
              submissionKey: state.value('submissionKey') ?? submissionKey,
            }}
          />
          <ActFields form={form} state={state} />
          <p className="muted">{t('draft.next')}</p>
          <div>
            <Button>{t('draft.save')}</Button>
          </div>
        </PostForm>
      </Panel>
    </div>
  )
}
