import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { TabLinks } from '#app/ui/tab-links.tsx'

/** The sections of a region's settings. */
export function AdminTabs({ pathname }: { pathname: string }) {
  const { t } = useTranslation('regions')
  const tabs = [
    { href: paths.region(), label: t('admin.tab.region') },
    { href: paths.agencies(), label: t('admin.tab.agencies') },
    { href: paths.categories(), label: t('admin.tab.categories') },
    { href: paths.halls(), label: t('admin.tab.halls') },
    { href: paths.hotlines(), label: t('admin.tab.hotlines') },
    { href: paths.interpreters(), label: t('admin.tab.interpreters') },
    { href: paths.texts(), label: t('admin.tab.texts') },
    { href: paths.templates(), label: t('admin.tab.templates') },
    { href: paths.ratingChoices(), label: t('admin.tab.ratings') },
    { href: paths.routingRules(), label: t('admin.tab.routing') },
    { href: paths.calendar(), label: t('admin.tab.calendar') },
    { href: paths.terms(), label: t('admin.tab.terms') },
    { href: paths.staff(), label: t('admin.tab.staff') },
    { href: paths.erasures(), label: t('admin.tab.erasures') },
  ]
  return (
    <TabLinks
      label={t('admin.sections')}
      tabs={[
        { href: paths.admin(), label: t('admin.tab.overview'), current: pathname === paths.admin() },
        ...tabs.map((tab) => ({ ...tab, current: pathname.startsWith(tab.href) })),
      ]}
    />
  )
}
