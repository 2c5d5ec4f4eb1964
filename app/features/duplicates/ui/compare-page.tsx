import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { ComparedSide, Comparison } from '../compare.queries.server.ts'
import { MergeForm, RelateForm, UnmergeForm, UnrelateForm } from './compare-forms.tsx'
import { reasonsOf } from './reasons.ts'

/** Two appeals side by side, and what may be said of them. */
export function ComparePage({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('duplicates')
  const { t: common } = useTranslation('common')
  const errors = useReplySummary()
  const { one, other, typed } = comparison
  const back = { href: paths.appeal(one.id), label: t('back') }
  if (!other)
    return (
      <div className="stack">
        <PageHeading caption={one.number} title={t('compareTitle')} back={back} />
        {typed ? <Banner tone="warning" title={t('notFound')} /> : null}
        <Panel>
          <form method="get" action={paths.compare(one.id)} className="stack">
            <SearchField name="number" label={t('number')} button={t('compare')} defaultValue={typed} />
          </form>
        </Panel>
      </div>
    )
  const { relation } = comparison
  const reasons = reasonsOf(t, comparison.likeness)
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={errors} />
      <PageHeading
        caption={`${one.number} · ${other.number}`}
        title={t('compareTitle')}
        back={back}
        actions={
          <ButtonLink href={paths.compare(other.id, { with: one.id })} variant="secondary" small>
            {t('swap')}
          </ButtonLink>
        }
      />
      {reasons.length > 0 ? <p>{reasons.join(' · ')}</p> : null}
      <div className="grid-2">
        <Side side={one} title={`${t('stays')}: ${one.number}`} />
        <Side side={other} title={`${t('joins')}: ${other.number}`} />
      </div>
      {comparison.canMerge ? <MergeForm comparison={comparison} other={other} /> : null}
      {comparison.isMerged ? <UnmergeForm comparison={comparison} other={other} /> : null}
      {relation === undefined && !comparison.isMerged ? <RelateForm comparison={comparison} other={other} /> : null}
      {relation !== undefined && relation.kind !== 'merged' ? (
        <UnrelateForm other={other} kind={relation.kind} />
      ) : null}
    </div>
  )
}

function Side({ side, title }: { side: ComparedSide; title: string }) {
  const { t } = useTranslation('duplicates')
  const { t: appeals } = useTranslation('appeals')
  return (
    <Panel title={title}>
      <SummaryList
        items={[
          { term: appeals('worklist.status'), description: appeals(`status.${side.status}`) },
          { term: appeals('worklist.applicant'), description: side.name },
          { term: appeals('tracked.people'), description: side.people },
          { term: appeals('receipt.registeredOn'), description: side.registeredOn },
          { term: appeals('receipt.dueOn'), description: side.due.on },
          ...(side.place
            ? [{ term: appeals('applicant.place'), description: <span className="pre-line">{side.place}</span> }]
            : []),
          ...(side.shares.length > 0
            ? [{ term: t('bodies'), description: side.shares.map(({ agency }) => agency).join(', ') }]
            : []),
        ]}
      />
      <p className="pre-line" lang={side.language}>
        {side.text}
      </p>
    </Panel>
  )
}
