import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Details } from '#app/ui/details.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { Duplicates, Related } from '../duplicates.queries.server.ts'
import { reasonsOf } from './reasons.ts'

/**
 * What an appeal has to do with others: what was said of it, and for a dispatcher which ones are likely the same and why, each with
 * the way to look at both side by side.
 */
export function DuplicatesPanel({ appealId, duplicates }: { appealId: string; duplicates: Duplicates }) {
  const { t } = useTranslation('duplicates')
  const { t: appeals } = useTranslation('appeals')
  const { canRelate, related, likely } = duplicates
  if (!canRelate && related.length === 0) return null
  return (
    <Panel title={t('title')}>
      {related.length > 0 ? (
        <SummaryList
          items={related.map((one) => ({
            term: one.number,
            description: (
              <>
                <p>
                  <strong>{t(`kind.${kindOf(one)}`)}</strong> · {appeals(`status.${one.status}`)}
                </p>
                <p className="muted">{[one.reason, one.by, one.at].filter(Boolean).join(' · ')}</p>
                {one.text ? (
                  <Details summary={t('itsText')}>
                    <p className="pre-line">{one.text}</p>
                  </Details>
                ) : null}
              </>
            ),
            ...(canRelate && one.readable
              ? { action: { href: paths.compare(appealId, { with: one.id }), label: t('compare'), about: one.number } }
              : {}),
          }))}
        />
      ) : null}
      {canRelate ? (
        <>
          {likely.length > 0 ? (
            <SummaryList
              items={likely.map((one) => ({
                term: one.number,
                description: (
                  <>
                    <p>{reasonsOf(t, one).join(' · ')}</p>
                    <p className="muted">
                      {one.registeredOn} · {appeals(`status.${one.status}`)} · {one.excerpt}
                    </p>
                  </>
                ),
                action: { href: paths.compare(appealId, { with: one.id }), label: t('compare'), about: one.number },
              }))}
            />
          ) : (
            <p className="muted">{t('noneLikely')}</p>
          )}
          <Details summary={t('another')}>
            <form method="get" action={paths.compare(appealId)} className="stack">
              <SearchField name="number" label={t('number')} button={t('compare')} />
            </form>
          </Details>
        </>
      ) : (
        <ButtonLinks related={related} />
      )}
    </Panel>
  )
}

/** Who cannot compare opens what they may read. */
function ButtonLinks({ related }: { related: readonly Related[] }) {
  const { t } = useTranslation('duplicates')
  const readable = related.filter((one) => one.readable)
  if (readable.length === 0) return null
  return (
    <div className="cluster">
      {readable.map(({ id, number }) => (
        <ButtonLink key={id} href={paths.appeal(id)} variant="secondary" small about={number}>
          {t('open')}
        </ButtonLink>
      ))}
    </div>
  )
}

/** Which way round it is said. */
const kindOf = ({ kind, isFrom }: Related) =>
  kind === 'related' ? ('related' as const) : isFrom ? (`${kind}Of` as const) : (`${kind}By` as const)
