import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import { Checkbox } from '#app/ui/choices.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { Checks } from '../gate.ts'

interface GatePanelProps {
  /** Of the text that is saved; left out where nothing is. */
  readonly checks: Checks | undefined
  /** The form that it stands in: sending or signing. */
  readonly intent: 'submit' | 'sign'
  /** Whether the person was heard, where the answer is not what they hoped for. */
  readonly hearing: { readonly ok: boolean; readonly term: string; readonly seen: string } | undefined
}

/** What is looked at before an answer is signed, and what was seen in the saved text or in the one just sent. */
export function GatePanel({ checks, intent, hearing }: GatePanelProps) {
  const { t } = useTranslation('letters')
  const { error, sent } = useFormState(intent)
  const similar = error('similar')
  const failed = (['checkLanguage', 'checkNorm', 'checkRightOfAppeal', 'checkFields', 'checkHearing'] as const).flatMap(
    (field) => {
      const message = error(field)
      return message === undefined ? [] : [{ field, message }]
    },
  )
  // What the saved text is like says nothing of words that came back for another reason.
  const saved = sent && similar === undefined ? undefined : checks?.similar
  const isAsked = similar !== undefined || saved !== undefined
  return (
    <>
      {failed.map(({ field, message }) => (
        <div key={field} id={field} tabIndex={-1}>
          <FieldError id={field} error={message} />
        </div>
      ))}
      {checks && !sent ? <Seen checks={checks} hearing={hearing} /> : null}
      {saved?.appealId ? (
        <p>
          <a href={paths.appeal(saved.appealId)}>{t('gate.open')}</a>
        </p>
      ) : null}
      {isAsked ? <Checkbox name="similar" label={t('gate.confirm')} error={similar} /> : null}
    </>
  )
}

function Seen({ checks, hearing }: { checks: Checks; hearing: GatePanelProps['hearing'] }) {
  const { t } = useTranslation('letters')
  const { language, norm, rightOfAppeal, fields, similar } = checks
  const { kk, ru, en } = language.shows
  const found = language.languages.map((code) => localeNames[code]).join(', ') || t('gate.languageNone')
  const tag = (ok: boolean) => <StatusTag tone={ok ? 'good' : 'danger'} text={ok ? t('gate.ok') : t('gate.stop')} />
  const rows = [
    {
      term: t('gate.language'),
      ok: language.ok,
      seen: t('gate.languageFound', { found, wanted: localeNames[language.wanted], kk, ru, en, words: language.words }),
    },
    {
      term: t('gate.norm'),
      ok: norm.ok,
      seen: norm.ok ? t('gate.normFound', { cited: norm.cited }) : t('gate.normNone'),
    },
    {
      term: t('gate.right'),
      ok: rightOfAppeal.ok,
      seen: rightOfAppeal.added ? t('gate.rightAdded', { paragraph: rightOfAppeal.added }) : t('gate.rightInText'),
    },
    { term: t('gate.fields'), ok: fields.ok, seen: fields.ok ? t('gate.fieldsNone') : fields.left.join(', ') },
    ...(hearing ? [hearing] : []),
  ]
  return (
    <section aria-labelledby="gate-title" className="stack">
      <h3 id="gate-title">{t('gate.title')}</h3>
      <p className="muted">{t('gate.saved')}</p>
      <SummaryList
        items={[
          ...rows.map(({ term, ok, seen }) => ({
            term,
            description: (
              <>
                {tag(ok)} {seen}
              </>
            ),
          })),
          {
            term: t('gate.similar'),
            description: similar ? (
              <>
                <StatusTag tone="warn" text={t('gate.warn')} />{' '}
                {t('gate.similarFound', { percent: similar.percent, number: similar.number })}
              </>
            ) : (
              t('gate.similarNone')
            ),
          },
        ]}
      />
    </section>
  )
}
