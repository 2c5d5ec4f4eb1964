import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { DeskTranslations } from '../translations.queries.server.ts'

type Request = DeskTranslations['requests'][number]

const tones = { open: 'warn', done: 'good', declined: 'neutral', withdrawn: 'neutral' } as const

/** One request: who waits for what; the original beside its translation, or beside the form to write it in. */
export function TranslationRequest({ request }: { request: Request }) {
  const { t } = useTranslation('translations')
  const { kind, status, from, to, askedBy, askedAt, closedBy, closedAt, canTranslate } = request
  const isRead = status === 'open' || status === 'done'
  return (
    <section className="stack" aria-labelledby={`translation-${request.id}`}>
      <h3 id={`translation-${request.id}`}>
        {t(`kind.${kind}`)}: {localeNames[from]} → {localeNames[to]}
      </h3>
      <p>
        <StatusTag tone={tones[status]} text={t(`status.${status}`)} />
      </p>
      <p className="muted">
        {t('asked')}: {askedBy}, {askedAt}
        {closedBy === '' ? null : (
          <>
            {' · '}
            {t(status === 'declined' ? 'declined' : 'finished')}: {closedBy}, {closedAt}
          </>
        )}
      </p>
      {status === 'declined' ? <p className="pre-line">{request.reason}</p> : null}
      {isRead ? (
        <div className="grid-2">
          <div>
            <p className="muted">{t('original')}</p>
            <p className="pre-line" lang={from}>
              {request.original}
            </p>
          </div>
          {status === 'done' ? (
            <div>
              <p className="muted">{t('translation')}</p>
              <p className="pre-line" lang={to}>
                {request.translation}
              </p>
            </div>
          ) : null}
          {canTranslate ? <FinishForm request={request} /> : null}
        </div>
      ) : null}
      {canTranslate ? <DeclineForm request={request} /> : null}
    </section>
  )
}

/** The state of a form that stands once for each request: only the one that was sent has it. */
function useRequestForm(intent: 'finishTranslation' | 'declineTranslation', { id }: Request) {
  const form = useFormState(intent)
  const mine = form.sent && form.value('requestId') === id
  return {
    sent: mine,
    // A summary leads to a field by its name.
    idOf: (name: string) => (mine ? name : `${intent}-${name}-${id}`),
    value: (name: string) => (mine ? form.value(name) : undefined),
    error: (name: string) => (mine ? form.error(name) : undefined),
  }
}

function FinishForm({ request }: { request: Request }) {
  const { t } = useTranslation('translations')
  const { idOf, value, error } = useRequestForm('finishTranslation', request)
  return (
    <PostForm intent="finishTranslation" className="stack">
      <HiddenFields values={{ requestId: request.id }} />
      <TextArea
        id={idOf('translation')}
        name="translation"
        label={t('finish.text')}
        hint={t('finish.hint', { language: localeNames[request.to] })}
        lang={request.to}
        rows={10}
        spellCheck
        defaultValue={value('translation')}
        error={error('translation')}
      />
      <div>
        <Button variant="secondary">{t('finish.send')}</Button>
      </div>
    </PostForm>
  )
}

function DeclineForm({ request }: { request: Request }) {
  const { t } = useTranslation('translations')
  const { sent, idOf, value, error } = useRequestForm('declineTranslation', request)
  return (
    <Details summary={t('decline.open')} open={sent}>
      <PostForm intent="declineTranslation" className="stack">
        <HiddenFields values={{ requestId: request.id }} />
        <TextArea
          id={idOf('why')}
          name="why"
          label={t('decline.why')}
          hint={t('decline.hint')}
          rows={2}
          spellCheck
          defaultValue={value('why')}
          error={error('why')}
        />
        <div>
          <Button variant="secondary">{t('decline.send')}</Button>
        </div>
      </PostForm>
    </Details>
  )
}
