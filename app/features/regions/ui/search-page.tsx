import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { FoundGroup } from '../search-settings.queries.server.ts'
import { SettingsSearch } from './settings-search.tsx'

interface SearchPageProps {
  readonly typed: string
  readonly groups: readonly FoundGroup[]
}

/** What of the settings was found, by kind. */
export function SearchPage({ typed, groups }: SearchPageProps) {
  const { t } = useTranslation('regions')
  return (
    <div className="stack">
      <PageHeading title={t('find.title')} />
      <SettingsSearch typed={typed} />
      {groups.length === 0 && typed.trim() !== '' ? (
        <EmptyState title={t('find.none')}>
          <p>{t('find.noneHint')}</p>
        </EmptyState>
      ) : null}
      {groups.map(({ kind, things, more }) => (
        <Panel key={kind} title={t(`find.kind.${kind}`)}>
          <ul>
            {things.map(({ href, name, retired }) => (
              <li key={href}>
                <a href={href}>{name}</a>
                {retired ? ` ${t('find.retired')}` : null}
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="muted">{t('admin.more', { count: more })}</p> : null}
        </Panel>
      ))}
    </div>
  )
}
