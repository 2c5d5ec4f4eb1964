import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { RadioGroup } from '#app/ui/choices.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import type { QuestionPageData } from '../question.queries.server.ts'
import { QuestionForm, useAnswerFields } from './question-form.tsx'

/** What it is about: searched in everyday words, chosen from what was found, and never a dead end. */
export function TopicQuestion({ page }: { page: QuestionPageData }) {
  const { t } = useTranslation('drafts')
  const { typed, error } = useAnswerFields(page)
  const { typed: searched = '', choices = [], all = '' } = page.topics ?? {}
  // An empty slug was answered: none of them.
  const chosen = typed('category') === '' ? 'none' : typed('category')
  return (
    <div className="stack">
      <h1>{t('topic.title')}</h1>
      <form method="get" className="stack">
        <HiddenFields values={{ from: page.back.endsWith('/check') ? 'check' : undefined }} />
        <SearchField
          name="q"
          label={t('topic.search')}
          hint={t('topic.searchHint')}
          button={t('topic.find')}
          defaultValue={searched}
        />
      </form>
      {searched && choices.length === 0 ? <p>{t('topic.nothing')}</p> : null}
      <QuestionForm>
        <RadioGroup
          name="category"
          label={t('topic.choose')}
          defaultValue={chosen}
          error={error('category')}
          options={[
            ...choices.map(({ slug, name, agency }) => ({ value: slug, label: name, hint: agency })),
            { value: 'none', label: t('topic.none'), hint: t('topic.noneHint') },
          ]}
        />
        <p>
          <a href={all}>{t('topic.all')}</a>
        </p>
      </QuestionForm>
    </div>
  )
}
