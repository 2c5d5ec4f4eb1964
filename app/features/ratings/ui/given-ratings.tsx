import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { GivenRating } from '../ratings.queries.server.ts'

/** What was said of the answers of an appeal, each with when and in which words. */
export function GivenRatings({ ratings }: { ratings: readonly GivenRating[] }) {
  const { t } = useTranslation('ratings')
  return ratings.map(({ id, choice, words, when }) => (
    <SummaryList
      key={id}
      items={[
        { term: t('given.choice'), description: choice },
        ...(words ? [{ term: t('given.words'), description: <span className="pre-line">{words}</span> }] : []),
        { term: t('given.when'), description: when },
      ]}
    />
  ))
}
