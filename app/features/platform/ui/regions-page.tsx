import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { PlatformRole } from '#db/schema/control.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { consoleStates, type ConsoleWish } from '../console.ts'
import type { RegionPage } from '../console.queries.server.ts'
import type { listSetups } from '../region-setups.queries.server.ts'
import { PlatformPage } from './platform-page.tsx'
import { RegionTags } from './region-tags.tsx'

interface RegionsPageProps {
  readonly person: { readonly name: string; readonly roles: readonly PlatformRole[] }
  readonly regions: RegionPage
  readonly wish: ConsoleWish
  readonly workers: number
  readonly setups: Awaited<ReturnType<typeof listSetups>>
}

/** All regions: how each of them is, and the way to each. */
export function RegionsPage({ person, regions, wish, workers, setups }: RegionsPageProps) {
  const { t } = useTranslation('platform')
  const { t: archives } = useTranslation('archives')
  const { t: accounts } = useTranslation('accounts')
  const { search, state, after } = wish
  const kept = { search: search || undefined, state }
  return (
    <PlatformPage person={person} pathname={paths.regions()}>
      <div className="stack">
        <PageHeading
          title={t('regions.title')}
          lead={t('home.lead')}
          actions={<ButtonLink href={paths.newRegion()}>{t('new.add')}</ButtonLink>}
        />
        {workers === 0 ? (
          <Banner tone="danger" title={t('console.noWorker')}>
            {t('console.noWorkerText')}
          </Banner>
        ) : null}
        {setups.length > 0 ? (
          <Panel title={t('setup.unfinished')}>
            <ul>
              {setups.map(({ id, name, state }) => (
                <li key={id}>
                  <a href={paths.regionSetup(id)}>{name}</a> ({t(`setup.stateOf.${state}`)})
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <FilterBar
          label={t('console.filter')}
          action={paths.regions()}
          search={{ name: 'search', label: t('console.search'), button: t('console.find'), defaultValue: search }}
          applyLabel={t('console.apply')}
        >
          <SelectField
            name="state"
            label={t('regions.status')}
            emptyLabel={t('console.all')}
            options={consoleStates.map((one) => ({ value: one, label: t(`console.state.${one}`) }))}
            defaultValue={state ?? ''}
          />
        </FilterBar>
        <p className="muted">{t('console.found', { number: regions.found })}</p>
        <DataTable
          caption={t('regions.title')}
          captionHidden
          rows={regions.items}
          rowKey={(region) => region.slug}
          columns={[
            {
              key: 'name',
              header: t('regions.name'),
              rowHeader: true,
              cell: (region) => <a href={paths.regionState(region.slug)}>{region.name}</a>,
            },
            { key: 'host', header: t('regions.host'), cell: (region) => region.hosts.join(', ') },
            {
              key: 'status',
              header: t('regions.status'),
              cell: (region) => <RegionTags region={region} />,
            },
            {
              key: 'archive',
              header: archives('lastBackup'),
              width: 'min',
              cell: (region) => region.archivedAt ?? '—',
            },
            { key: 'size', header: t('console.size'), width: 'min', cell: (region) => region.wholeSize ?? '—' },
            { key: 'taken', header: t('console.taken'), width: 'min', cell: (region) => region.takenAt ?? '—' },
          ]}
          empty={<EmptyState title={t(search || state ? 'console.none' : 'regions.empty')} />}
        />
        <Pagination
          previousHref={after ? paths.regions(kept) : undefined}
          nextHref={regions.next && paths.regions({ ...kept, after: regions.next })}
          labels={{ nav: t('console.pages'), previous: t('console.previous'), next: t('console.next') }}
        />
        <PostForm action={paths.signOut()}>
          <HiddenFields values={{ everywhere: 'yes' }} />
          <Button variant="secondary">{accounts('account.everywhere')}</Button>
        </PostForm>
      </div>
    </PlatformPage>
  )
}
