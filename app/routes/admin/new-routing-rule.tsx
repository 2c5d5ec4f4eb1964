import { randomUUID } from 'node:crypto'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { newRowAction } from '#app/features/changes/catalogue-routes.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { addRoutingRule } from '#app/features/routing/add-rule.server.ts'
import { AddRoutingRule } from '#app/features/routing/routing.schema.ts'
import { getRuleChoices } from '#app/features/routing/rules.queries.server.ts'
import { RuleForm } from '#app/features/routing/ui/rule-form.tsx'
import { staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('routing:new.title'),
  submissionKey: randomUUID(),
  choices: await getRuleChoices(ctx),
}))

export const action = newRowAction(AddRoutingRule, addRoutingRule, paths.routingRules())

export default function NewRoutingRule() {
  const { t } = useTranslation('routing')
  const { choices, submissionKey } = useLoaderData<typeof loader>()
  return (
    <EditPage title={t('new.title')} back={{ href: paths.routingRules(), label: t('list.title') }}>
      <RuleForm choices={choices} submissionKey={submissionKey} />
    </EditPage>
  )
}
