import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { ResidentActs } from '../resident-acts.queries.server.ts'

/** For the person: what was decided on their appeal beside its answer, and what waits for them. Nothing where there is nothing. */
export function ResidentActsPart({ acts: { appealId, acts, call, suspendedUntil, ended } }: { acts: ResidentActs }) {
  const { t } = useTranslation('acts')
  const { locale } = usePageScope()
  if (acts.length === 0) return null
  return (
    <>
      {call ? (
        <Banner tone="warning" title={`${t('mine.hearing')}: ${call.hearsAt}`}>
          <p>{t('mine.hearingWhat')}</p>
          <p>
            <a href={paths.residentAct(locale, appealId, call.id)}>{t('mine.read')}</a>
          </p>
        </Banner>
      ) : null}
      {suspendedUntil ? (
        <Banner title={t('mine.suspended')}>{t('mine.suspendedUntil', { day: suspendedUntil })}</Banner>
      ) : null}
      {ended ? <Banner title={t(`mine.${ended}`)}>{t('mine.why')}</Banner> : null}
      <Panel title={t('mine.title')}>
        <SummaryList
          items={acts.map(({ id, kind, number, at }) => ({
            term: `${number}, ${at}`,
            description: <a href={paths.residentAct(locale, appealId, id)}>{t(`kind.${kind}`)}</a>,
          }))}
        />
      </Panel>
    </>
  )
}
