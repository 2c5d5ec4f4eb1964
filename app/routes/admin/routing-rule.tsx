import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { stateForms } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { changeRoutingRule } from '#app/features/routing/change-rule.server.ts'
import { ChangeRoutingRule } from '#app/features/routing/routing.schema.ts'
import { routingRuleRows } from '#app/features/routing/rule-rows.server.ts'
import { getAdminRule, getRuleChoices } from '#app/features/routing/rules.queries.server.ts'
import { RuleForm } from '#app/features/routing/ui/rule-form.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, { ruleId = '' }) => {
  const rule = await getAdminRule(ctx, ruleId)
  return { title: rule.name, submissionKey: randomUUID(), rule, choices: await getRuleChoices(ctx) }
})

export const action = staffAction({
  change: form(ChangeRoutingRule, async (ctx, { ruleId = '' }, input) =>
    redirect(paths.routingRule(ruleId, await changeRoutingRule(ctx, ruleId, input))),
  ),
  ...stateForms(routingRuleRows, 'ruleId', paths.routingRule),
})

export default function RoutingRule() {
  const { t } = useTranslation('routing')
  const { rule, choices, submissionKey } = useLoaderData<typeof loader>()
  const { retired, version } = rule
  return (
    <EditPage title={rule.name} back={{ href: paths.routingRules(), label: t('list.title') }} retired={retired}>
      <RuleForm rule={rule} choices={choices} submissionKey={submissionKey} />
      <StatePanel retired={retired} version={version} submissionKey={submissionKey} hint={t('retire.hint')} />
    </EditPage>
  )
}
