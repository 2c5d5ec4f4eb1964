import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { mustBeInUse } from './must-be-in-use.server.ts'
import type { ChangeRoutingRule } from './routing.schema.ts'
import { routingRuleRows } from './rule-rows.server.ts'

/**
 * Changes a rule. Throws NotFound, for a new agency or category that is retired too, and Refusal for a form made from an
 * older row.
 */
export function changeRoutingRule(
  ctx: TenantContext,
  id: string,
  input: ChangeRoutingRule,
): Promise<string | undefined> {
  return makeChange(ctx, { event: 'routingRule.changed', may: 'RoutingRule', input }, async (ctx, change) => {
    const rule = await lockRow(ctx, routingRuleRows, id)
    mustBeSameVersion(rule, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    await mustBeInUse(ctx, patch, rule)
    await change.update(routingRuleRows, rule, patch)
    return { kind: 'routingRule', id }
  })
}
