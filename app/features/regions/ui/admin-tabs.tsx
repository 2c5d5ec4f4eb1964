import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { TabLinks } from '#app/ui/tab-links.tsx'
import { adminPages } from '../admin-pages.ts'

/** The sections of a region's settings. */
export function AdminTabs({ pathname }: { pathname: string }) {
  const { t } = useTranslation('regions')
  return (
    <TabLinks
      label={t('admin.sections')}
      tabs={adminPages.map(({ href, label }) => ({
        href,
        label: t(label),
        current: href === paths.admin() ? pathname === href : pathname.startsWith(href),
      }))}
    />
  )
}
