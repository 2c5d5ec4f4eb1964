import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { QuestionPage } from '#app/ui/question-page.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

interface WithdrawPageProps {
  readonly id: string
  readonly number: string
  readonly open: boolean
  /** It is others' too, and goes on for them. */
  readonly goesOn: boolean
  /** Nobody asks a co-signer why. */
  readonly cosignerId: string | undefined
  readonly submissionKey: string
}

/** Asks back before an appeal is taken back: what happens then, and that it cannot be undone. */
export function WithdrawPage({ id, number, open, goesOn, cosignerId, submissionKey }: WithdrawPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const { locale } = usePageScope()
  const { value, error, summary } = useFormState()
  const tracked = paths.trackedAppeal(locale, id)
  const words = value('reason')
  return (
    <QuestionPage
      back={{ href: tracked, label: t('tracked.back') }}
      errors={{ title: common('error.summary'), messages: summary }}
      progress={`${t('tracked.title')} ${number}`}
      title={t(goesOn ? 'leave.title' : 'withdraw.title')}
      lead={open ? <p>{t(goesOn ? 'leave.goesOn' : 'withdraw.lead')}</p> : undefined}
    >
      {open ? (
        <PostForm className="stack">
          <HiddenFields values={{ submissionKey: value('submissionKey') ?? submissionKey }} />
          {cosignerId ? null : (
            <TextArea
              name="reason"
              label={t('withdraw.reason')}
              optionalLabel={t('withdraw.optional')}
              defaultValue={words}
              error={error('reason')}
              rows={3}
              spellCheck
            />
          )}
          <div className="cluster">
            <Button variant="danger">{t(goesOn ? 'leave.send' : 'withdraw.send')}</Button>
            <a href={tracked}>{t('withdraw.cancel')}</a>
          </div>
        </PostForm>
      ) : (
        <>
          <Banner title={t('withdraw.closed')}>{t('withdraw.closedHint')}</Banner>
          {words ? (
            <Panel title={t('addition.kept')}>
              <p className="pre-line">{words}</p>
            </Panel>
          ) : null}
        </>
      )}
    </QuestionPage>
  )
}
