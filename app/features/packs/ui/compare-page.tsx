import { useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { shownDifferences } from '../shown-differences.server.ts'
import { DifferencePanel } from './difference-panel.tsx'

interface ComparePageProps extends Awaited<ReturnType<typeof shownDifferences>> {
  readonly submissionKey: string
}

const sections = ['offered', 'conflict', 'here'] as const

/** How the region differs from its pack, thing by thing; what the pack brings is taken by a tick each. */
export function ComparePage({ shown, origin, newest, submissionKey }: ComparePageProps) {
  const { t } = useTranslation('packs')
  const { t: common } = useTranslation('common')
  const summary = useReplySummary()
  const isAnyTakeable = shown.some(({ takeable }) => takeable)
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('compare.title')} lead={t('compare.lead')} />
      <p>
        {origin ? t('page.madeFrom', { name: origin.name, version: origin.version }) : t('page.unknownOrigin')}{' '}
        {newest === undefined ? t('compare.noNewest') : t('compare.newest', { version: newest })}
      </p>
      {shown.length === 0 ? <EmptyState title={t('compare.none')} /> : null}
      <PostForm className="stack">
        <HiddenFields values={{ submissionKey }} />
        {sections.map((state) => {
          const found = shown.filter((difference) => difference.state === state)
          if (found.length === 0) return null
          return (
            <section key={state} className="stack" aria-labelledby={`section-${state}`}>
              <h2 id={`section-${state}`}>{t(`compare.section.${state}`)}</h2>
              <p>{t(`compare.hint.${state}`)}</p>
              {found.map((difference) => (
                <DifferencePanel
                  key={difference.id}
                  difference={difference}
                  tickId={difference === firstTakeable(shown) ? 'items' : `items-${shown.indexOf(difference)}`}
                />
              ))}
            </section>
          )
        })}
        {isAnyTakeable ? (
          <div>
            <Button>{t('compare.take')}</Button>
          </div>
        ) : null}
      </PostForm>
      <p>
        <a href={paths.pack()}>{t('compare.back')}</a>
      </p>
    </div>
  )
}

/** Its tick carries the id that the summary of errors leads to. */
const firstTakeable = (shown: ComparePageProps['shown']) => shown.find(({ takeable }) => takeable)
