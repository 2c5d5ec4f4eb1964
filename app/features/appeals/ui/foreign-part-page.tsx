import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { Details } from '#app/ui/details.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { outcomes } from '../appeal.ts'
import type { ForeignPart } from '../foreign-part.queries.server.ts'
import { ContestFields } from './contest-fields.tsx'

interface ForeignPartPageProps {
  readonly page: ForeignPart
  /** Files that came along, and those added to the answer so far. */
  readonly sent: ReactNode
  readonly added: ReactNode
  /** The choice of files; `error` is what was wrong with them. */
  readonly choice: (error: string | undefined) => ReactNode
}

/** What was forwarded to a body without accounts: the words, until when, and the ways to answer or to return it. */
export function ForeignPartPage({ page, sent, added, choice }: ForeignPartPageProps) {
  const { t } = useTranslation('appeals')
  const { t: common } = useTranslation('common')
  const forms = [useFormState('answer'), useFormState('contest'), useFormState('remove')]
  const kept = forms[0]?.refusal === undefined ? undefined : forms[0].value('text')
  const { part, state } = page
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={forms.flatMap(({ summary }) => summary)} />
      <PageHeading caption={`${t('tracked.title')} ${page.number}`} title={t('foreign.title')} />
      <StateBanner page={page} />
      <SummaryList
        items={[
          { term: t('foreign.body'), description: page.agency },
          ...(part
            ? [
                { term: t('foreign.given'), description: part.givenOn },
                { term: t('foreign.due'), description: part.dueOn },
                ...(part.place
                  ? [{ term: t('foreign.place'), description: <span className="pre-line">{part.place}</span> }]
                  : []),
              ]
            : []),
        ]}
      />
      {part ? (
        <Panel title={t('foreign.text')}>
          <p className="pre-line" lang={page.language}>
            {part.text}
          </p>
          {part.files.length > 0 ? sent : null}
        </Panel>
      ) : null}
      {kept ? (
        <Panel title={t('foreign.unused')}>
          <p className="pre-line">{kept}</p>
        </Panel>
      ) : null}
      {page.answer ? (
        <Panel title={t('answer.title')} tone="accent">
          <p>
            {t('answer.outcome')}: <strong>{t(`outcome.${page.answer.outcome}`)}</strong>
          </p>
          <p className="pre-line" lang={page.language}>
            {page.answer.text}
          </p>
          <p>
            {t('answer.signer')}: {page.answer.signer}
          </p>
        </Panel>
      ) : null}
      {part && state === 'open' ? (
        <>
          <Panel title={t('foreign.answer')}>
            {part.own.length > 0 ? <p>{t('foreign.kept')}</p> : null}
            {added}
            <AnswerForm language={page.language} choice={choice} />
          </Panel>
          <Return bodies={part.bodies} />
        </>
      ) : null}
    </div>
  )
}

function StateBanner({ page: { state, when } }: { page: ForeignPart }) {
  const { t } = useTranslation('appeals')
  if (state === 'open') return null
  const tone = state === 'used' ? 'success' : 'warning'
  return (
    <Banner tone={tone} title={t(`foreign.${state}Title`, { when })}>
      <p>{t(`foreign.${state}Text`)}</p>
    </Banner>
  )
}

function AnswerForm({
  language,
  choice,
}: { language: ForeignPart['language'] } & Pick<ForeignPartPageProps, 'choice'>) {
  const { t } = useTranslation('appeals')
  const { value, error } = useFormState('answer')
  return (
    <PostForm intent="answer" files className="stack">
      <RadioGroup
        name="outcome"
        label={t('answer.outcome')}
        options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
        defaultValue={value('outcome')}
        error={error('outcome')}
      />
      <TextArea
        name="text"
        label={t('foreign.text2')}
        hint={t('foreign.textHint')}
        lang={language}
        rows={10}
        spellCheck
        defaultValue={value('text')}
        error={error('text')}
      />
      <TextField
        name="signerName"
        label={t('foreign.signerName')}
        autoComplete="name"
        defaultValue={value('signerName')}
        error={error('signerName')}
      />
      <TextField
        name="signerPost"
        label={t('foreign.signerPost')}
        autoComplete="organization-title"
        defaultValue={value('signerPost')}
        error={error('signerPost')}
      />
      {choice(error('files'))}
      <p className="muted">{t('foreign.answerHint', { language: t(`language.${language}`) })}</p>
      <div>
        <Button>{t('foreign.send')}</Button>
      </div>
    </PostForm>
  )
}

function Return({ bodies }: { bodies: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation('appeals')
  const { sent, value, error } = useFormState('contest')
  return (
    <Details summary={t('contest.open')} open={sent}>
      <PostForm intent="contest" className="stack">
        <ContestFields intent="contest" bodies={bodies} />
        <TextField
          name="contestName"
          label={t('foreign.contestName')}
          autoComplete="name"
          defaultValue={value('contestName')}
          error={error('contestName')}
        />
        <TextField
          name="contestPost"
          label={t('foreign.contestPost')}
          autoComplete="organization-title"
          defaultValue={value('contestPost')}
          error={error('contestPost')}
        />
        <div>
          <Button variant="secondary">{t('contest.send')}</Button>
        </div>
      </PostForm>
    </Details>
  )
}
