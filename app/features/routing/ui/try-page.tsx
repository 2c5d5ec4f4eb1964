import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { Tried } from '../try-routing.queries.server.ts'
import { RoutingTabs } from './routing-tabs.tsx'
import { SuggestionText } from './suggestion.tsx'

interface TryPageProps {
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  readonly locale: string
  /** What came of the text that was sent; undefined before one was. */
  readonly tried: Tried | undefined
}

/** Where a text is tried: which rule takes it, what the classifier makes of it, and why. */
export function TryPage({ categories, locale, tried }: TryPageProps) {
  const { t } = useTranslation('routing')
  const { t: common } = useTranslation('common')
  const { value, error, summary } = useFormState()
  return (
    <div className="stack">
      <RoutingTabs current="try" />
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('try.title')} lead={t('try.lead')} />
      {tried ? <TriedPanel tried={tried} /> : null}
      <Panel>
        <PostForm className="stack">
          <TextArea name="text" label={t('try.text')} rows={5} defaultValue={value('text')} error={error('text')} />
          <TextField
            name="place"
            label={t('try.place')}
            autoComplete="off"
            defaultValue={value('place')}
            error={error('place')}
          />
          <SelectField
            name="ofCategoryId"
            label={t('try.category')}
            emptyLabel={t('try.noCategory')}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={value('ofCategoryId')}
            error={error('ofCategoryId')}
          />
          <SelectField
            name="language"
            label={t('form.language')}
            options={localeCodes.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
            defaultValue={value('language') ?? locale}
            error={error('language')}
          />
          <TextField
            name="at"
            label={t('try.at')}
            hint={t('try.atHint')}
            width="medium"
            autoComplete="off"
            defaultValue={value('at')}
            error={error('at')}
          />
          <div>
            <Button>{t('try.send')}</Button>
          </div>
        </PostForm>
      </Panel>
    </div>
  )
}

function TriedPanel({ tried: { category, agency } }: { tried: Tried }) {
  const { t } = useTranslation('routing')
  return (
    <Panel title={t('try.result')}>
      {category ? <SuggestionText about="category" suggestion={category} /> : <p>{t('try.noneCategory')}</p>}
      {agency ? <SuggestionText about="agency" suggestion={agency} /> : <p>{t('try.noneAgency')}</p>}
    </Panel>
  )
}
