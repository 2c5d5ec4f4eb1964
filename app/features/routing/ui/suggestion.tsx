import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { InsetText } from '#app/ui/inset-text.tsx'
import type { Reason, suggestRouting } from '../suggest.queries.server.ts'

type Suggested = Awaited<ReturnType<typeof suggestRouting>>

/** What is suggested for an appeal, as it stands beside the forms that decide it. */
export function useSuggestions(suggested: Suggested) {
  if (!suggested) return undefined
  const { category, agency } = suggested
  return {
    category: category && { ...category, shown: <SuggestionText about="category" suggestion={category} /> },
    agency: agency && { ...agency, shown: <SuggestionText about="agency" suggestion={agency} /> },
  }
}

interface SuggestionTextProps {
  readonly about: 'category' | 'agency'
  readonly suggestion: { readonly name: string; readonly reason: Reason }
}

/** A suggestion and why, in words. */
export function SuggestionText({ about, suggestion: { name, reason } }: SuggestionTextProps) {
  const { t } = useTranslation('routing')
  return (
    <InsetText>
      <p>
        {t(`suggested.${about}`)} <strong>{name}</strong>
      </p>
      <ul>
        {useReasons(reason).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </InsetText>
  )
}

function useReasons(reason: Reason): string[] {
  const { t } = useTranslation('routing')
  if (reason.source === 'words') return [t('reason.words', { words: reason.words.join(', ') })]
  if (reason.source === 'ledger') return [t('reason.ledger', { times: reason.times, category: reason.category })]
  if (reason.source === 'category') return [t('reason.category', { category: reason.category })]
  const { number, name, taken } = reason
  return [
    t('reason.rule', { number, name }),
    ...(taken.word ? [t('reason.ruleWord', { word: taken.word })] : []),
    ...(taken.place ? [t('reason.rulePlace', { place: taken.place })] : []),
    ...(taken.category ? [t('reason.ruleCategory')] : []),
    ...(taken.language ? [t('reason.ruleLanguage')] : []),
    ...(taken.when ? [t('reason.ruleWhen')] : []),
  ]
}
