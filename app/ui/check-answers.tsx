import { SummaryList, type SummaryItem } from '#app/ui/summary-list.tsx'

export type Answer = Pick<SummaryItem, 'term' | 'description'> & {
  /** Where the answer is changed; left out, it cannot be. */
  changeHref?: string
}

type CheckAnswersProps = {
  /** "Change", the same in every row; the question is said after it to screen readers. */
  changeLabel: string
  answers: readonly Answer[]
}

/** What was answered, before it is sent: each row leads back to its question. */
export function CheckAnswers({ changeLabel, answers }: CheckAnswersProps) {
  const items = answers.map(({ changeHref, ...answer }): SummaryItem => {
    const action = changeHref ? { href: changeHref, label: changeLabel, about: `(${answer.term})` } : undefined
    return { ...answer, action }
  })
  return (
    <section className="check-answers">
      <SummaryList items={items} />
    </section>
  )
}
