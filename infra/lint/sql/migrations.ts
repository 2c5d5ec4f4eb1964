/** The migration files: their names, their place in the manifest, and every statement they send. */
import ts from 'typescript'
import { readFiles, report, type Finding, type SourceFile } from '../files.ts'
import { findingAt, nodesOf, parse } from '../syntax.ts'
import { checkStatement, interpolated, type Audience } from './statement-rules.ts'

const migrationsFolder = 'db/migrations/'
const manifest = `${migrationsFolder}index.ts`
const audiences: readonly Audience[] = ['control', 'national', 'tenant']
const fileName = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d_[a-z0-9]+(_[a-z0-9]+)+\.ts$/
const startsLikeSql =
  /^\s*(create|alter|drop|insert|update|delete|merge|comment|grant|revoke|set|reset|do|listen|unlisten|notify|with|select|truncate|lock|call|begin|commit|rollback|prepare|discard|refresh|reindex|vacuum|analyze)\s/i

/** A piece of SQL as it stands in a file; an interpolated hole reads as an identifier. */
export interface Statement {
  readonly sql: string
  readonly node: ts.Node
}

export function checkMigrations(files: readonly SourceFile[]): Finding[] {
  const steps = files.filter(({ path }) => path !== manifest)
  return [
    ...steps.flatMap(checkStep),
    ...checkManifest(
      steps,
      files.find(({ path }) => path === manifest),
    ),
  ]
}

function checkStep(file: SourceFile): Finding[] {
  const folder = folderOf(file)
  // Statements shared by several schemas stand beside the folders, and obey the strictest reader.
  const audience = audiences.find((known) => known === folder) ?? 'tenant'
  const contract = /^\s*\/\/ contract: \S/m.test(file.text)
  const source = parse(file)
  const statements = statementsOf(source)
  const findings = statements.flatMap(({ sql, node }) =>
    checkStatement(sql, { audience, contract }).map(({ rule, message, offset }) => {
      const at = findingAt(node, `${rule}: ${message}`)
      return { ...at, line: at.line + sql.slice(0, offset).split('\n').length - 1 }
    }),
  )
  if (!folder) return findings
  const name = baseName(file)
  if (!fileName.test(name))
    findings.push({ path: file.path, line: 1, message: 'file-name: YYYYMMDDTHHmm_verb_noun.ts' })
  if (!source.statements.some(exportsStatements))
    findings.push({ path: file.path, line: 1, message: 'no-statements: export const statements = [`…`]' })
  return findings
}

/** Every literal of a file that begins like SQL, wherever it stands: in the list, in a helper, in a spread. */
export function statementsOf(source: ts.SourceFile): Statement[] {
  return [...nodesOf(source)].flatMap((node): Statement[] => {
    const sql = sqlText(node)
    return sql !== undefined && startsLikeSql.test(sql) ? [{ sql, node }] : []
  })
}

function sqlText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => interpolated + literal.text).join('')
}

function exportsStatements(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement) && !ts.isFunctionDeclaration(statement)) return false
  const names = ts.isFunctionDeclaration(statement)
    ? [statement.name?.text]
    : statement.declarationList.declarations.map(({ name }) => name.getText())
  return (
    names.includes('statements') &&
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  )
}

/** The manifest runs what it lists, in the order it lists: so it must list everything, oldest first. */
function checkManifest(steps: readonly SourceFile[], file: SourceFile | undefined): Finding[] {
  if (!file) return steps.length === 0 ? [] : [{ path: manifest, line: 1, message: 'manifest: missing' }]
  const listed = listedSteps(parse(file))
  return audiences.flatMap((audience) => {
    const expected = steps
      .filter((step) => folderOf(step) === audience)
      .map(baseName)
      .toSorted()
    const given = listed
      .filter((step) => step.startsWith(`${audience}/`))
      .map((step) => step.slice(audience.length + 1))
    const missing = expected.filter((name) => !given.includes(name))
    const messages = missing.map((name) => `manifest: ${audience}/${name} is not listed`)
    const present = expected.filter((name) => given.includes(name))
    if (given.join() !== present.join()) messages.push(`manifest: ${audience} is not in order, or names a step twice`)
    return messages.map((message) => ({ path: manifest, line: 1, message }))
  })
}

/** `audience/file.ts` of every imported step, in the order in which the body of the manifest uses it. */
function listedSteps(source: ts.SourceFile): string[] {
  const imported = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const step = statement.moduleSpecifier.text.replace(/^(\.\/|#db\/migrations\/)/, '')
    for (const node of nodesOf(statement)) if (ts.isIdentifier(node)) imported.set(node.text, step)
  }
  return source.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .flatMap((statement) => [...nodesOf(statement)])
    .flatMap((node) => (ts.isIdentifier(node) && imported.get(node.text)) || [])
}

function folderOf({ path }: SourceFile): string | undefined {
  return /^db\/migrations\/(\w+)\//.exec(path)?.[1]
}

function baseName({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

if (import.meta.main) report(checkMigrations(readFiles(/^db\/migrations\/.*(?<!\.test)\.ts$/)))
