import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { Button } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { DeskTranslations } from '../translations.queries.server.ts'

/**
 * In the form of an answer, so that what is typed goes along: asks for a translation of it, or begins it with one that is
 * ready. Stands below the gate, and opens where that has stopped an answer in another language.
 */
export function DraftTranslation({ translations }: { translations: DeskTranslations }) {
  const { draft, submissionKey } = translations
  if (!draft) return null
  return (
    <div className="stack">
      <Ready ready={draft.ready} />
      <Ask draft={draft} submissionKey={submissionKey} />
    </div>
  )
}

type Draft = NonNullable<DeskTranslations['draft']>

function Ready({ ready }: { ready: Draft['ready'] }) {
  const { t } = useTranslation('translations')
  if (!ready) return null
  return (
    <>
      <HiddenFields values={{ requestId: ready.id }} />
      <p>{t('draft.ready', { who: ready.who, when: ready.when })}</p>
      <p className="muted">{t('draft.takeHint')}</p>
      <div>
        <Button name="intent" value="takeTranslation" variant="secondary">
          {t('draft.take')}
        </Button>
      </div>
    </>
  )
}

function Ask({ draft, submissionKey }: { draft: Draft; submissionKey: string }) {
  const { t } = useTranslation('translations')
  const asking = useFormState('askDraftTranslation')
  const isStopped = useFormState('submit').error('checkLanguage') !== undefined
  const { waiting, languages, into } = draft
  if (waiting) return <p className="muted">{t('draft.waiting', { who: waiting.who, when: waiting.when })}</p>
  return (
    <Details summary={t('draft.open')} open={asking.sent || isStopped}>
      <div className="stack">
        <HiddenFields values={{ submissionKey: asking.value('submissionKey') ?? submissionKey }} />
        <SelectField
          name="fromLanguage"
          label={t('draft.from')}
          hint={t('draft.hint', { language: localeNames[into] })}
          options={languages.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
          defaultValue={asking.value('fromLanguage')}
          error={asking.error('fromLanguage')}
        />
        <div>
          <Button name="intent" value="askDraftTranslation" variant="secondary">
            {t('draft.send')}
          </Button>
        </div>
      </div>
    </Details>
  )
}
