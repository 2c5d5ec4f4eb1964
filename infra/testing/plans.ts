import { PostgresQueryCompiler, type CompiledQuery } from 'kysely'
import type { TenantContext } from '#app/core/context.ts'
import type { TestProduct, TestRegion } from './product.ts'

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly PlanNode[]
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

type Ask = (ctx: TenantContext) => Promise<unknown>

/** What was asked of the database while `ask` ran, as it went out. */
export async function statementsOf(
  region: TestRegion,
  who: Parameters<TestRegion['as']>[0],
  ask: Ask,
): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = []
  // A part of a statement passes here too; what was executed has a result.
  const built = new WeakMap<object, CompiledQuery>()
  await region.as(who, async (ctx) => {
    const db = ctx.db.withPlugin({
      transformQuery: ({ node, queryId }) => {
        built.set(queryId, new PostgresQueryCompiler().compileQuery(node, queryId))
        return node
      },
      transformResult: async ({ queryId, result }) => {
        const executed = built.get(queryId)
        if (executed) statements.push(executed)
        return result
      },
    })
    await ask({ ...ctx, db, brief: (_milliseconds, read) => read(db) })
  })
  return statements
}

/** The same, each with the nodes of its plan. */
export async function plansOf(
  { database }: TestProduct,
  region: TestRegion,
  who: Parameters<TestRegion['as']>[0],
  ask: Ask,
): Promise<{ readonly sql: string; readonly nodes: readonly PlanNode[] }[]> {
  const statements = await statementsOf(region, who, ask)
  const plans = []
  for (const { sql, parameters } of statements) {
    const [row] = await database.rows<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `explain (format json) ${sql}`,
      parameters,
    )
    plans.push({ sql, nodes: row ? nodesOf(row['QUERY PLAN'][0]?.Plan as PlanNode) : [] })
  }
  return plans
}

/** Of these tables, those that a plan would read from end to end. */
export const wholeIn = (nodes: readonly PlanNode[], tables: readonly string[]): string[] =>
  nodes
    .filter((node) => node['Node Type'].includes('Seq Scan'))
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => tables.includes(table))
