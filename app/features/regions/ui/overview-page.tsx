import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatTiles } from '#app/ui/stat-tiles.tsx'
import type { Overview } from '../overview.queries.server.ts'
import { SettingsSearch } from './settings-search.tsx'

/** So many of a kind are named; the rest is counted. */
const mostNamed = 6

/** The region's settings at a glance: what there is, and what is missing. */
export function OverviewPage({ overview }: { overview: Overview }) {
  const { t } = useTranslation('regions')
  const { counts } = overview
  const tiles = [
    { number: counts.agencies, label: t('admin.count.agencies'), href: paths.agencies() },
    { number: counts.halls, label: t('admin.count.halls'), href: paths.halls() },
    { number: counts.desks, label: t('admin.count.desks') },
    { number: counts.hotlines, label: t('admin.count.hotlines'), href: paths.hotlines() },
    { number: counts.interpreters, label: t('admin.count.interpreters'), href: paths.interpreters() },
    { number: counts.categories, label: t('admin.count.categories'), href: paths.categories() },
    { number: counts.staff, label: t('admin.count.staff'), href: paths.staff() },
    { number: counts.invitations, label: t('admin.count.invitations'), href: paths.staff() },
    { number: counts.holds, label: t('admin.count.holds'), href: paths.retention() },
  ]
  const nothing = [
    ...(overview.noHall ? [{ text: t('admin.gap.noHall'), href: paths.newHall() }] : []),
    ...(overview.noHotline ? [{ text: t('admin.gap.noHotline'), href: paths.newHotline() }] : []),
    ...(overview.noDispatcher ? [{ text: t('admin.gap.noDispatcher'), href: paths.staff() }] : []),
  ]
  const lacking = [
    { key: 'hallWithoutDesk', hrefOf: paths.hall },
    { key: 'deskOfRetired', hrefOf: paths.hall },
    { key: 'agencyWithoutStaff', hrefOf: paths.agency },
    { key: 'categoryOfRetired', hrefOf: paths.category },
    { key: 'staffOfRetired', hrefOf: paths.staffMember },
    { key: 'hostFails', hrefOf: () => paths.domain() },
  ] as const
  const gaps = lacking.filter(({ key }) => overview[key].things.length > 0)
  return (
    <div className="stack">
      <PageHeading title={t('admin.title')} lead={t('admin.lead')} />
      <SettingsSearch />
      <StatTiles
        label={t('admin.counts')}
        tiles={tiles.map(({ number, ...tile }) => ({ ...tile, number: String(number) }))}
      />
      {nothing.length + gaps.length === 0 ? <Banner tone="success" title={t('admin.noGaps')} /> : null}
      {nothing.length > 0 ? (
        <Banner tone="warning" title={t('admin.gaps')}>
          <ul>
            {nothing.map(({ text, href }) => (
              <li key={text}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {gaps.map(({ key, hrefOf }) => {
        const { things } = overview[key]
        return (
          <Panel key={key} title={t(`admin.gap.${key}`)}>
            <ul>
              {things.slice(0, mostNamed).map(({ id, name }) => (
                <li key={id}>
                  <a href={hrefOf(id)}>{name}</a>
                </li>
              ))}
            </ul>
            {things.length > mostNamed ? <p>{t('admin.more', { count: things.length - mostNamed })}</p> : null}
          </Panel>
        )
      })}
    </div>
  )
}
