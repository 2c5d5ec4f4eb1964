/** Raw SQL is not qualified by `withSchema`, so it stands in db/ alone, where every line of it is reviewed as SQL. */
import ts from 'typescript'
import { readFiles, report, type Finding, type SourceFile } from '../files.ts'
import { findingAt, nodesOf, parse } from '../syntax.ts'

/** Ways of kysely to send text that its builder did not write. */
const rawExports = new Set(['sql', 'CompiledQuery', 'RawBuilder', 'RawNode'])
const rawHelpers = new Set(['raw', 'table', 'id', 'ref', 'lit', 'join', 'val'])

export function findRawSql(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => [...nodesOf(parse(file))].flatMap(checkNode))
}

function checkNode(node: ts.Node): Finding[] {
  if (ts.isImportDeclaration(node)) return checkImport(node)
  if (!ts.isPropertyAccessExpression(node)) return []
  const method = node.name.text
  const called = ts.isCallExpression(node.parent) && node.parent.expression === node
  if (called && (method === 'transaction' || method === 'startTransaction'))
    return [findingAt(node, `.${method}(): a transaction is opened by a door (inTransaction), never by hand`)]
  if (called && method === 'executeQuery') return [findingAt(node, '.executeQuery(): raw queries stand in db/sql/')]
  if (ts.isIdentifier(node.expression) && node.expression.text === 'sql' && rawHelpers.has(method))
    return [findingAt(node, `sql.${method}: raw SQL stands in db/sql/`)]
  return []
}

function checkImport({ moduleSpecifier, importClause }: ts.ImportDeclaration): Finding[] {
  const bindings = importClause?.namedBindings
  const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ''
  if (!bindings || importClause.isTypeOnly || !/^kysely(\/|$)/.test(from)) return []
  if (ts.isNamespaceImport(bindings)) return [findingAt(bindings, 'import kysely by names: a namespace hides `sql`')]
  return bindings.elements
    .filter(({ isTypeOnly, name, propertyName }) => !isTypeOnly && rawExports.has((propertyName ?? name).text))
    .map((element) => findingAt(element, `${element.getText()}: raw SQL stands in db/sql/`))
}

/** db/ is its home; infra/lint/ plants it. */
if (import.meta.main) report(findRawSql(readFiles(/^(?!db\/|infra\/lint\/).*\.tsx?$/)))
