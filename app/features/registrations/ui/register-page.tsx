import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { NewRegistration } from '../new-registration.queries.server.ts'
import { ApplicantFields } from './applicant-fields.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { MatterFields } from './matter-fields.tsx'
import { ReplyFields } from './reply-fields.tsx'

interface RegisterPageProps {
  readonly page: NewRegistration
  /** The files kept so far, each with its way out. */
  readonly kept: ReactNode
  /** The choice of more files. */
  readonly choice: (error: string | undefined) => ReactNode
}

/** One page on which staff register an appeal that came by hall, hotline, e-mail or post; worked through by Tab. */
export function RegisterPage({ page, kept, choice }: RegisterPageProps) {
  const { t } = useTranslation('registrations')
  const { t: common } = useTranslation('common')
  const form = useFormState('register')
  return (
    <div className="stack" data-register>
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        title={t('new.title')}
        lead={t('new.lead')}
        back={{ href: paths.registrations(), label: t('list.title') }}
      />
      {kept ? <Panel title={t('new.files')}>{kept}</Panel> : null}
      <PostForm intent="register" files className="stack">
        <IntakeFields form={form} today={page.today} time={page.time} />
        <Panel title={t('applicant.title')}>
          <ApplicantFields form={form} />
        </Panel>
        <MatterFields form={form} page={page} />
        <Panel title={t('reply.title')}>
          <ReplyFields form={form} channels={page.answerChannels} />
        </Panel>
        {choice(form.error('files'))}
        <div className="cluster">
          <Button>{t('new.send')}</Button>
          <p className="muted">{t('new.keys')}</p>
        </div>
      </PostForm>
    </div>
  )
}
