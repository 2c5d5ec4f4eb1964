import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { TabLinks } from '#app/ui/tab-links.tsx'

/** The rules, where they are tried, and what became of suggestions. */
export function RoutingTabs({ current }: { current: 'rules' | 'try' | 'counts' }) {
  const { t } = useTranslation('routing')
  return (
    <TabLinks
      label={t('tabs.label')}
      tabs={[
        { href: paths.routingRules(), label: t('tabs.rules'), current: current === 'rules' },
        { href: paths.tryRouting(), label: t('tabs.try'), current: current === 'try' },
        { href: paths.routingCounts(), label: t('tabs.counts'), current: current === 'counts' },
      ]}
    />
  )
}
