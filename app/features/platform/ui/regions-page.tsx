import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { PlatformRole } from '#db/schema/control.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { listRegions } from '../platform.queries.server.ts'
import type { listSetups } from '../region-setups.queries.server.ts'
import { PlatformPage } from './platform-page.tsx'

interface RegionsPageProps {
  readonly person: { readonly name: string; readonly roles: readonly PlatformRole[] }
  readonly regions: Awaited<ReturnType<typeof listRegions>>
  readonly setups: Awaited<ReturnType<typeof listSetups>>
}

/** The directory of regions. */
export function RegionsPage({ person, regions, setups }: RegionsPageProps) {
  const { t } = useTranslation('platform')
  const { t: accounts } = useTranslation('accounts')
  return (
    <PlatformPage person={person} pathname={paths.regions()}>
      <div className="stack">
        <PageHeading
          title={t('regions.title')}
          lead={t('home.lead')}
          actions={<ButtonLink href={paths.newRegion()}>{t('new.add')}</ButtonLink>}
        />
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
        <DataTable
          caption={t('regions.title')}
          captionHidden
          rows={regions}
          rowKey={(region) => region.slug}
          columns={[
            { key: 'name', header: t('regions.name'), rowHeader: true, cell: (region) => region.name },
            { key: 'host', header: t('regions.host'), cell: (region) => region.hosts.join(', ') },
            { key: 'pack', header: t('regions.pack'), width: 'min', cell: (region) => region.pack },
            {
              key: 'created',
              header: t('regions.created'),
              width: 'min',
              cell: (region) => region.addedOn,
            },
            {
              key: 'status',
              header: t('regions.status'),
              width: 'min',
              cell: (region) => (
                <StatusTag tone={region.status === 'active' ? 'good' : 'warn'} text={t(`status.${region.status}`)} />
              ),
            },
            {
              key: 'administrator',
              header: t('regions.administrator'),
              width: 'min',
              cell: (region) =>
                region.status === 'archived' ? (
                  '—'
                ) : (
                  <a href={paths.resetAdministrator(region.slug)}>{t('regions.help')}</a>
                ),
            },
          ]}
          empty={<EmptyState title={t('regions.empty')} />}
        />
        <PostForm action={paths.signOut()}>
          <HiddenFields values={{ everywhere: 'yes' }} />
          <Button variant="secondary">{accounts('account.everywhere')}</Button>
        </PostForm>
      </div>
    </PlatformPage>
  )
}
