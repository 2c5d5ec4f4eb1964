/** Who writes which table. Joins for reading are free; a write goes through the command of the feature that owns the row. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ownership } from '#db/schema/ownership.ts'
import { house, readFiles, report, type Finding, type SourceFile } from './files.ts'
import { statementsOf } from './sql/migrations.ts'
import { createdTable } from './sql/statement-rules.ts'
import { findingAt, literalText, nodesOf, parse } from './syntax.ts'

/** Kind of schema → table as named in SQL → what becomes of its rows. */
export type Ownership = Readonly<Record<string, Readonly<Record<string, Declaration>>>>
type Declaration = Readonly<Record<'owner' | 'archive' | 'erasure' | 'retention', string>>

const declarationFile = 'db/schema/ownership.ts'
const writes = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])

/** Every write of the app is made by the owner of its table. */
export function checkWrites(files: readonly SourceFile[], declared: Ownership): Finding[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path)
    return [...nodesOf(parse(file))].flatMap((node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
      const method = node.expression.name
      if (!writes.has(method.text)) return []
      const table = literalText(node.arguments[0])?.replace(/\s+as\s.*/, '')
      if (table === undefined)
        return [findingAt(method, 'name the table in the call, so that its owner can be checked')]
      const owners = ownersOf(snakeCase(table), declared)
      if (owners.includes(room)) return []
      const owner = owners.length > 0 ? owners.join(' or ') : 'nobody'
      return [findingAt(method, `${room} writes ${snakeCase(table)}, which belongs to ${owner}`)]
    })
  })
}

/** Every table a migration creates is declared, every declared table is created, and every owner exists. */
export function checkDeclarations(
  migrations: readonly SourceFile[],
  declared: Ownership,
  isRoom: (owner: string) => boolean,
): Finding[] {
  const created = migrations.flatMap((file) =>
    statementsOf(parse(file)).flatMap(({ sql, node }) => {
      const table = createdTable(sql)
      return table === undefined ? [] : [{ table, node, kind: /^db\/migrations\/(\w+)\//.exec(file.path)?.[1] }]
    }),
  )
  const undeclared = created
    // A table of a shared file (no kind) stands in several schemas: one declaration is enough to know it.
    .filter(({ table, kind }) => !Object.keys(declared).some((of) => (kind ?? of) === of && declared[of]?.[table]))
    .map(({ table, node }) => findingAt(node, `${table} is not declared in ${declarationFile}`))
  const broken = Object.entries(declared).flatMap(([kind, tables]) =>
    Object.entries(tables).flatMap(([table, { owner, ...rest }]) => {
      const messages = isRoom(owner) ? [] : [`${kind}.${table} belongs to ${owner}, which is no room`]
      if (Object.values(rest).some((text) => text.trim() === ''))
        messages.push(`${kind}.${table} leaves something open`)
      if (!created.some((one) => one.table === table && (one.kind ?? kind) === kind))
        messages.push(`${kind}.${table} is created by no migration`)
      return messages.map((message) => ({ path: declarationFile, line: 1, message }))
    }),
  )
  return [...undeclared, ...broken]
}

/** The owner a file writes as: its feature, or the room of app/ it stands in. */
function roomOf(file: string): string {
  const [, room = '', feature = ''] = /^app\/([^/]+)\/([^/]+)/.exec(file) ?? []
  return room === 'features' ? feature : room
}

function ownersOf(table: string, declared: Ownership): string[] {
  return [...new Set(Object.values(declared).flatMap((tables) => tables[table]?.owner ?? []))]
}

/** The app says `staffMember`, SQL says `staff_member`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

if (import.meta.main) {
  const isRoom = (owner: string) =>
    ['core', 'tenants', 'db', 'infra'].includes(owner) || existsSync(path.join(house, 'app/features', owner))
  report([
    ...checkWrites(readFiles(/^app\/.*(?<!\.test)\.tsx?$/), ownership),
    ...checkDeclarations(readFiles(/^db\/.*(?<!\.test)\.ts$/), ownership, isRoom),
  ])
}
