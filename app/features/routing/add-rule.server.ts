import { makeChange } from '#app/core/changes/make-change.server.ts'
import { lastPosition } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { mustBeInUse } from './must-be-in-use.server.ts'
import type { AddRoutingRule } from './routing.schema.ts'
import { routingRuleRows } from './rule-rows.server.ts'

/** Adds a rule at the end of the order. Throws NotFound for an agency or category that is none, or retired. */
export function addRoutingRule(ctx: TenantContext, input: AddRoutingRule): Promise<string | undefined> {
  return makeChange(ctx, { event: 'routingRule.added', may: 'RoutingRule', input }, async (ctx, change) => {
    const { submissionKey: _form, ...rule } = input
    await mustBeInUse(ctx, rule)
    const all = await ctx.db.selectFrom('routingRule').select('position').execute()
    const id = newId()
    await change.insert(routingRuleRows, { id, ...rule, position: lastPosition(all), retiredAt: null, version: 1 })
    return { kind: 'routingRule', id }
  })
}
