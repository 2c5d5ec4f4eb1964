import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { DeskActs } from '../acts.queries.server.ts'
import { toneOf } from './act-tone.ts'

/** The acts of an appeal, and the ones that this person can prepare now; nothing where there are neither. */
export function ActsPanel({ acts: { appealId, acts, offers, suspended } }: { acts: DeskActs }) {
  const { t } = useTranslation('acts')
  if (acts.length === 0 && offers.length === 0) return null
  return (
    <>
      {suspended.map(({ agency, until }) => (
        <Banner key={agency} tone="warning" title={t('panel.suspended', { day: until })}>
          {agency}. {t('panel.suspendedHint')}
        </Banner>
      ))}
      <Panel title={t('title')}>
        {acts.length === 0 ? (
          <p className="muted">{t('none')}</p>
        ) : (
          <SummaryList
            items={acts.map(({ id, kind, status, number, at, agency }) => ({
              term: t(`kind.${kind}`),
              description: (
                <>
                  <StatusTag tone={toneOf[status]} text={t(`status.${status}`)} />{' '}
                  {[number, at, agency].filter(Boolean).join(' · ')}
                </>
              ),
              action: { href: paths.act(appealId, id), label: t('panel.open'), about: t(`kind.${kind}`) },
            }))}
          />
        )}
        {offers.map(({ share, agency, kinds }) => (
          <section key={share} aria-label={`${t('panel.new')}: ${agency || t('panel.ofCentre')}`} className="stack">
            <h3>
              {t('panel.new')}: {agency || t('panel.ofCentre')}
            </h3>
            <div className="cluster">
              {kinds.map((kind) => (
                <ButtonLink
                  key={kind}
                  href={paths.newAct(appealId, { kind, share: share || undefined })}
                  variant="secondary"
                  small
                >
                  {t(`kind.${kind}`)}
                </ButtonLink>
              ))}
            </div>
          </section>
        ))}
      </Panel>
    </>
  )
}
