import { rulesToAST } from '@casl/ability/extra'
import { expressionBuilder, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Ability } from './policy.ts'
import type { Action, SubjectName } from './subjects.ts'

/** Fields that hold lists: for CASL a value "equals" a list that contains it. */
const listFields = new Set(['agencyIds', 'followerIds'])

interface Condition {
  readonly operator: string
  readonly value: unknown
  readonly field?: string
}

type Builder = ExpressionBuilder<Record<string, Record<string, unknown>>, string>

/**
 * A principal's rules for `action` on `name` as a WHERE, so that a list shows exactly the rows that `can()` allows.
 * `table` qualifies the fields where a query joins. Refuses operators it has no exact SQL for.
 */
export function accessible(ability: Ability, action: Action, name: SubjectName, table?: string): Expression<SqlBool> {
  const build = expressionBuilder<Record<string, Record<string, unknown>>, string>()
  const tree = rulesToAST(ability, action, name) as Condition | null
  if (tree === null) return build.lit(false)
  return translate(build, tree, table)
}

function translate(build: Builder, condition: Condition, table: string | undefined): Expression<SqlBool> {
  const { operator, value, field } = condition
  if (operator === 'and' || operator === 'or') {
    const parts = (value as Condition[]).map((part) => translate(build, part, table))
    // No conditions at all is CASL's "everything".
    return operator === 'and' ? build.and(parts) : build.or(parts)
  }
  if (operator === 'not') {
    return build.not(build.and((value as Condition[]).map((part) => translate(build, part, table))))
  }
  if (!field) throw new Error(`No SQL for the rule operator ${operator}`)
  const column = build.ref(table ? `${table}.${field}` : field)
  if (operator === 'eq' && value === null) return build(column, 'is', null)
  if (operator === 'eq')
    return listFields.has(field) ? build(column, '@>', build.val([value])) : build(column, '=', value)
  if (operator === 'in') {
    const values = value as unknown[]
    if (values.length === 0) return build.lit(false)
    return listFields.has(field) ? build(column, '&&', build.val(values)) : build(column, 'in', values)
  }
  throw new Error(`No SQL for the rule operator ${operator}`)
}
