import { useTranslation } from 'react-i18next'
import type { PlatformRole } from '#db/schema/control.ts'
import { usePageScope } from '#app/core/http/page-scope.tsx'
import { PostForm } from '#app/core/http/post-form.tsx'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { paths } from '#app/core/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { StaffFrame } from '#app/ui/staff-frame.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { listRegions } from '../platform.queries.server.ts'

interface RegionsPageProps {
  readonly person: { readonly name: string; readonly roles: readonly PlatformRole[] }
  readonly regions: Awaited<ReturnType<typeof listRegions>>
}

/** The directory of regions. */
export function RegionsPage({ person, regions }: RegionsPageProps) {
  const { t } = useTranslation('platform')
  const { t: common } = useTranslation('common')
  const { t: accounts } = useTranslation('accounts')
  const { t: oversight } = useTranslation('oversight')
  const { locale } = usePageScope()
  return (
    <StaffFrame
      region={t('home.title')}
      homeHref={paths.regions()}
      skipLabel={common('skip')}
      navLabel={common('navigation')}
      nav={[
        { href: paths.regions(), label: t('regions.title'), current: true },
        ...(person.roles.includes('overseer') ? [{ href: paths.oversight(), label: oversight('title') }] : []),
      ]}
      person={{ name: person.name, role: person.roles.map((role) => t(`role.${role}`)).join(', ') }}
      languagesLabel={common('languages')}
      languages={localeCodes.map((code) => ({
        locale: code,
        label: localeNames[code],
        href: `${paths.regions()}?lang=${code}`,
        current: code === locale,
      }))}
      signOut={
        <PostForm action={paths.signOut()}>
          <Button variant="quiet" small>
            {accounts('signOut')}
          </Button>
        </PostForm>
      }
    >
      <div className="stack">
        <PageHeading title={t('regions.title')} lead={t('home.lead')} />
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
          ]}
          empty={<EmptyState title={t('regions.empty')} />}
        />
        <PostForm action={paths.signOut()}>
          <HiddenFields values={{ everywhere: 'yes' }} />
          <Button variant="secondary">{accounts('account.everywhere')}</Button>
        </PostForm>
      </div>
    </StaffFrame>
  )
}
