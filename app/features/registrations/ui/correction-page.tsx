import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { CorrectionData } from '../correction.queries.server.ts'
import { ApplicantFields } from './applicant-fields.tsx'
import { CorrectionList } from './correction-list.tsx'
import { ReplyFields } from './reply-fields.tsx'

interface CorrectionPageProps {
  readonly page: CorrectionData
  readonly submissionKey: string
}

const languages = ['kk', 'ru', 'en'] as const

/** Where a registration is put right, on a ground that is kept with what stood there before. */
export function CorrectionPage({ page, submissionKey }: CorrectionPageProps) {
  const { t } = useTranslation('registrations')
  const { t: appeals } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { sent, value: typed, error } = useFormState('correct')
  const now: Readonly<Record<string, string | null>> = page.now
  // An anonymous appeal is put right by naming somebody.
  const value = (name: string) =>
    sent ? typed(name) : name === 'kind' && now.kind === 'anonymous' ? 'person' : (now[name] ?? undefined)
  const form = { value, error }
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      <PageHeading
        caption={`${appeals('tracked.title')} ${page.number}`}
        title={t('correction.title')}
        lead={t('correction.lead')}
        back={{ href: paths.appeal(page.id), label: appeals('tracked.back') }}
      />
      {page.open ? (
        <PostForm intent="correct" className="stack">
          <HiddenFields
            values={{
              version: String(page.version),
              submissionKey: typed('submissionKey') ?? submissionKey,
            }}
          />
          <Panel title={t('applicant.title')}>
            <div className="stack">
              <ApplicantFields
                form={form}
                named
                {...(page.iin ? { iinHint: t('correction.iinHint', { iin: page.iin }) } : {})}
              />
              {page.iin ? (
                <Checkbox name="noIin" label={t('correction.noIin')} defaultChecked={typed('noIin') === 'yes'} />
              ) : null}
            </div>
          </Panel>
          <Panel title={t('reply.title')}>
            <ReplyFields form={form} channels={page.answerChannels} />
          </Panel>
          <Panel title={t('correction.why')}>
            <div className="stack">
              <RadioGroup
                name="language"
                label={t('matter.language')}
                hint={t('matter.languageHint')}
                inline
                options={languages.map((language) => ({ value: language, label: appeals(`language.${language}`) }))}
                defaultValue={value('language')}
                error={error('language')}
              />
              <TextArea
                name="ground"
                label={t('correction.ground')}
                hint={t('correction.groundHint')}
                rows={3}
                spellCheck
                defaultValue={typed('ground')}
                error={error('ground')}
              />
            </div>
          </Panel>
          <div>
            <Button>{t('correction.send')}</Button>
          </div>
        </PostForm>
      ) : (
        <Banner title={t('error.notCorrectable')} />
      )}
      {page.corrections.length > 0 ? (
        <Panel title={t('correction.history')}>
          <CorrectionList corrections={page.corrections} />
        </Panel>
      ) : null}
    </div>
  )
}
