import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SaveState } from '#app/ui/save-state.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { outcomes } from '../appeal.ts'
import type { DeskAppeal } from '../desk-appeal.queries.server.ts'

interface DraftFormProps {
  readonly appeal: DeskAppeal
  /** What the text may begin with. */
  readonly templates: ReactNode
  /** What is looked at when it is sent. */
  readonly checks: ReactNode
}

/**
 * A clerk's answer while it is written. `data-draft` is what the script saves by itself; without it the button saves.
 * Words that could not be taken stay in the form; words that a colleague was faster than are shown beside it.
 */
export function DraftForm({ appeal, templates, checks }: DraftFormProps) {
  const { t } = useTranslation('appeals')
  const forms = [useFormState('submit'), useFormState('draft'), useFormState('template')]
  const translated = [useFormState('askDraftTranslation'), useFormState('takeTranslation')]
  const sent = [...forms, ...translated].find((form) => form.sent && form.refusal === undefined)
  const { draft, language } = appeal
  return (
    <div
      data-draft={paths.appealLive(appeal.id)}
      data-saving={t('draft.saving')}
      data-failed={t('draft.failed')}
      data-unsaved={t('draft.unsaved')}
    >
      <PostForm className="stack">
        <HiddenFields values={{ version: String(appeal.shareVersion), draftVersion: String(draft?.version ?? 0) }} />
        {/* What Enter does: it saves, and puts no template in. */}
        <input type="submit" name="intent" value="draft" hidden />
        <RadioGroup
          name="outcome"
          label={t('answer.outcome')}
          options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          defaultValue={sent?.value('outcome') ?? draft?.outcome ?? undefined}
          error={sent?.error('outcome')}
        />
        {templates}
        <TextArea
          name="text"
          label={t('reply.text')}
          hint={t('reply.textHint', { language: t(`language.${language}`) })}
          lang={language}
          rows={12}
          spellCheck
          defaultValue={sent?.value('text') ?? draft?.text}
          error={sent?.error('text')}
        />
        <SaveState
          kind={draft ? 'saved' : 'saving'}
          text={draft ? t('draft.saved', { when: draft.editedAt, who: draft.editedBy }) : t('draft.unsaved')}
        />
        {checks}
        <div className="cluster">
          <Button name="intent" value="draft" variant="secondary">
            {t('draft.save')}
          </Button>
          <Button name="intent" value="submit">
            {t('reply.send')}
          </Button>
        </div>
        <p className="muted">{t('reply.final')}</p>
      </PostForm>
    </div>
  )
}
