import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { catalogueAction, catalogueLoader } from '#app/features/changes/catalogue-routes.server.ts'
import { CataloguePage } from '#app/features/changes/ui/catalogue-page.tsx'
import { routingRuleRows } from '#app/features/routing/rule-rows.server.ts'
import { listAdminRules } from '#app/features/routing/rules.queries.server.ts'
import { RoutingTabs } from '#app/features/routing/ui/routing-tabs.tsx'
import { useRuleColumns } from '#app/features/routing/ui/rule-columns.tsx'
import { paths } from '#app/core/paths.ts'

export const loader = catalogueLoader((t) => t('routing:list.title'), listAdminRules)

export const action = catalogueAction(routingRuleRows, paths.routingRules())

export default function RoutingRules() {
  const { t } = useTranslation('routing')
  return (
    <div className="stack">
      <RoutingTabs current="rules" />
      <CataloguePage
        {...useLoaderData<typeof loader>()}
        title={t('list.title')}
        lead={t('list.lead')}
        add={{ href: paths.newRoutingRule(), label: t('list.add') }}
        columns={useRuleColumns()}
        nameOf={(row) => row.name}
      />
    </div>
  )
}
