/** What a built query may not do: section 3 of the architecture, judged on Kysely's own tree. For tests only. */
import type { KyselyPlugin, OperationNode, RootOperationNode, TableNode } from 'kysely'

/** A node as a plain tree: Kysely's nodes are frozen objects that hold other nodes in named fields. */
type Tree = OperationNode & Readonly<Record<string, unknown>>

const volatile = /\b(random|gen_random_uuid|uuid_generate_v\w+|uuidv[47]|clock_timestamp|timeofday|nextval)\b/i
const ourSchemas = /\b(control|national|t_[a-z0-9_]+)\s*\.\s*["\w]/gi

/** Raw text that no query may hold, whichever helper of db/sql/ wrote it. */
const rawRules: readonly [rule: string, pattern: RegExp][] = [
  ['session-state', /\bset_config\b|(^|;)\s*set\s+(?!local\b)|(^|;)\s*(reset|discard)\b/i],
  ['sequence', /\bnextval\b/i],
  ['advisory-lock', /\bpg_(try_)?advisory_(lock|unlock)\w*/i],
  ['listen', /^\s*(un)?listen\b/i],
  ['offset', /\boffset\s*(\d|$)/i],
  ['merge', /\bmerge\s+into\b/i],
  ['journal', /\b(update|delete\s+from|truncate)\s+(\w+\s*\.\s*)?"?journal\b/i],
]

export class QueryRuleError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`This query breaks the rules of the data tier: ${problems.join('; ')}`)
    this.name = 'QueryRuleError'
    this.problems = problems
  }
}

/** Throws when a query breaks a rule. Call it on what is about to be compiled, after `withSchema` has done its part. */
export function checkQuery(node: RootOperationNode): void {
  const problems = queryProblems(node)
  if (problems.length > 0) throw new QueryRuleError(problems)
}

/** The same as a plugin. `withSchema` puts its own plugin in front, so this one sees qualified names wherever it stands. */
export function queryRules(): KyselyPlugin {
  return {
    transformQuery({ node }) {
      checkQuery(node)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
}

/** Every broken rule as `rule: what`, none twice. */
export function queryProblems(root: RootOperationNode): string[] {
  const nodes = [...walk(root as unknown as Tree)]
  const expressions = new Set(nodes.filter((node) => node.kind === 'CommonTableExpressionNameNode').map(tableNameOf))
  return [...new Set([...checkTables(nodes, expressions), ...nodes.flatMap(checkNode), ...checkRaw(nodes)])]
}

function* walk(node: Tree): Generator<Tree> {
  yield node
  // A bound value is data, not query: never looked into.
  if (node.kind === 'ValueNode' || node.kind === 'PrimitiveValueListNode') return
  for (const child of Object.values(node).flat()) if (isTree(child)) yield* walk(child)
}

function isTree(thing: unknown): thing is Tree {
  return typeof thing === 'object' && thing !== null && 'kind' in thing
}

function has(node: Tree, test: (inner: Tree) => boolean): boolean {
  return [...walk(node)].some(test)
}

/** Tables a query reads or writes (a column's `a.x` only refers to one), each by its schema, and no two schemas. */
function checkTables(nodes: readonly Tree[], expressions: ReadonlySet<string | undefined>): string[] {
  const named = nodes.filter((node) => node.kind === 'TableNode').map((node) => (node as unknown as TableNode).table)
  const related = new Set(nodes.flatMap(relationsOf))
  const unqualified = [...related]
    .map((node) => node.table)
    .filter(({ schema, identifier }) => !schema && !expressions.has(identifier.name))
    .map(({ identifier }) => `unqualified: ${identifier.name} has no schema`)
  const rawText = nodes.flatMap(({ kind, sqlFragments }) => (kind === 'RawNode' ? (sqlFragments as string[]) : []))
  const rawSchemas = rawText.flatMap((text) =>
    [...text.matchAll(ourSchemas)].map(([, schema]) => schema?.toLowerCase()),
  )
  const schemas = new Set([...named.flatMap(({ schema }) => schema?.name ?? []), ...rawSchemas])
  return schemas.size > 1 ? [...unqualified, `two-schemas: ${[...schemas].join(', ')}`] : unqualified
}

/** The tables that stand where a relation stands in one node: from, join, into, update, delete, using, merge. */
function relationsOf(node: Tree): TableNode[] {
  const places: Partial<Record<OperationNode['kind'], unknown>> = {
    FromNode: node.froms,
    JoinNode: node.table,
    UsingNode: node.tables,
    InsertQueryNode: node.into,
    UpdateQueryNode: node.table,
    MergeQueryNode: node.into,
  }
  return [places[node.kind]].flat(2).flatMap((place) => {
    const relation = isTree(place) && place.kind === 'AliasNode' ? place.node : place
    if (!isTree(relation)) return []
    if (relation.kind === 'ListNode')
      return (relation.items as Tree[]).flatMap((item) => relationsOf({ kind: 'FromNode', froms: [item] }))
    return relation.kind === 'TableNode' ? [relation as unknown as TableNode] : []
  })
}

function checkNode(node: Tree): string[] {
  switch (node.kind) {
    case 'MergeQueryNode':
      return ['merge: no MERGE']
    case 'OffsetNode':
      return ['offset: pages follow a key, not a count']
    case 'FunctionNode':
      return /nextval/i.test(String(node.func)) ? ['sequence: public numbers come from a counter row'] : []
    case 'InsertQueryNode':
      return checkInsert(node)
    case 'UpdateQueryNode':
      return [...checkEdit(node), ...checkVolatile(node)]
    case 'OnConflictNode':
      return checkVolatile(node)
    case 'DeleteQueryNode':
      return checkEdit(node)
    default:
      return []
  }
}

function checkInsert(node: Tree): string[] {
  const problems: string[] = []
  const { values, onConflict } = node
  if (isTree(values) && values.kind === 'ValuesNode' && has(values, isSubquery))
    problems.push('insert-subquery: no subquery in INSERT VALUES')
  if (isTree(onConflict) && onConflict.updates !== undefined && isJournal(node))
    problems.push('journal: nothing edits the journal')
  return problems
}

function isSubquery({ kind, sqlFragments }: Tree): boolean {
  return (
    kind === 'SelectQueryNode' ||
    (kind === 'RawNode' && (sqlFragments as string[]).some((text) => /\bselect\b/i.test(text)))
  )
}

function checkEdit(node: Tree): string[] {
  const problems: string[] = []
  if (!node.where) problems.push(`no-where: ${node.kind === 'DeleteQueryNode' ? 'DELETE' : 'UPDATE'} of a whole table`)
  if (isJournal(node)) problems.push('journal: nothing edits the journal')
  return problems
}

function isJournal(node: Tree): boolean {
  const targets = node.kind === 'DeleteQueryNode' && isTree(node.from) ? relationsOf(node.from) : relationsOf(node)
  return targets.some(({ table }) => table.identifier.name === 'journal')
}

function checkVolatile(node: Tree): string[] {
  const called = (inner: Tree) =>
    (inner.kind === 'FunctionNode' && volatile.test(String(inner.func))) ||
    (inner.kind === 'RawNode' && (inner.sqlFragments as string[]).some((text) => volatile.test(text)))
  return has(node, called) ? ['volatile: no volatile function in UPDATE (now() is fine)'] : []
}

function checkRaw(nodes: readonly Tree[]): string[] {
  // Bound values stand between the fragments, so a fragment that ends in `offset` is followed by one.
  const fragments = nodes.flatMap(({ kind, sqlFragments }) => (kind === 'RawNode' ? (sqlFragments as string[]) : []))
  return fragments.flatMap((text) =>
    rawRules
      .filter(([, pattern]) => pattern.test(text.trimEnd()))
      .map(([rule]) => `${rule}: in raw SQL \`${text.trim()}\``),
  )
}

function tableNameOf(node: Tree): string | undefined {
  return (node.table as TableNode | undefined)?.table.identifier.name
}
