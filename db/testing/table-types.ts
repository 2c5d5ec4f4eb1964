import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A column as a table type writes it: what a row holds, and whether it may be null. */
export interface WrittenColumn {
  readonly kind: 'text' | 'number' | 'boolean' | 'moment' | 'list' | 'object'
  readonly nullable: boolean
}

/** Table to column to what is written of it, both as SQL names them. */
export type WrittenTables = Readonly<Record<string, Readonly<Record<string, WrittenColumn>>>>

const folder = path.resolve(import.meta.dirname, '../schema')

/** `numberPrefix` is `number_prefix`, as the product's own plugin has it. */
const sqlName = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Reads the hand-written tables behind one door, with those that they take from others. Throws on what it cannot read. */
export function writtenTables(name: 'TenantTables' | 'ControlTables' | 'NationalTables'): WrittenTables {
  const files = [
    'core.ts',
    'vocabulary.ts',
    'calendar.ts',
    'desk.ts',
    'letter.ts',
    'region.ts',
    'registration.ts',
    'file.ts',
    'shares.ts',
    'tenant.ts',
    'control.ts',
    'national.ts',
  ]
  const { interfaces, aliases } = declarations(files)
  const named = (what: string) => {
    const found = interfaces.get(what)
    if (!found) throw new Error(`No interface is called ${what}`)
    return found
  }
  const tablesOf = (declaration: ts.InterfaceDeclaration): [string, string][] => [
    ...(declaration.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((type) => tablesOf(named(type.expression.getText()))),
    ),
    ...declaration.members.map((member): [string, string] => [nameOf(member), typeOf(member).getText()]),
  ]
  /** With those of the interfaces that it extends. */
  const membersOf = (declaration: ts.InterfaceDeclaration): ts.TypeElement[] => [
    ...(declaration.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((type) => membersOf(named(type.expression.getText()))),
    ),
    ...declaration.members,
  ]
  const columnOf = (type: ts.TypeNode): WrittenColumn => {
    if (ts.isUnionTypeNode(type)) {
      const kinds = type.types.filter((part) => part.getText() !== 'null').map((part) => columnOf(part))
      const [first] = kinds
      if (!first || kinds.some(({ kind }) => kind !== first.kind)) throw new Error(`Unclear: ${type.getText()}`)
      return {
        kind: first.kind,
        nullable: kinds.length < type.types.length || kinds.some(({ nullable }) => nullable),
      }
    }
    const of = (kind: WrittenColumn['kind']) => ({ kind, nullable: false })
    if (ts.isArrayTypeNode(type)) return of('list')
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return of('text')
    if (type.kind === ts.SyntaxKind.StringKeyword) return of('text')
    if (type.kind === ts.SyntaxKind.NumberKeyword) return of('number')
    if (type.kind === ts.SyntaxKind.BooleanKeyword) return of('boolean')
    if (ts.isTypeReferenceNode(type)) {
      const reference = type.typeName.getText()
      if (reference === 'Date') return of('moment')
      if (reference === 'Record' || interfaces.has(reference)) return of('object')
      const wraps = ['Generated', 'ColumnType', 'Readonly', 'Partial'].includes(reference)
      const inner = wraps ? type.typeArguments?.[0] : aliases.get(reference)
      if (inner) return columnOf(inner)
    }
    throw new Error(`A column of a type that this test does not know: ${type.getText()}`)
  }
  return Object.fromEntries(
    tablesOf(named(name)).map(([table, type]) => [
      sqlName(table),
      Object.fromEntries(membersOf(named(type)).map((member) => [sqlName(nameOf(member)), columnOf(typeOf(member))])),
    ]),
  )
}

function declarations(files: readonly string[]) {
  const interfaces = new Map<string, ts.InterfaceDeclaration>()
  const aliases = new Map<string, ts.TypeNode>()
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
      if (ts.isInterfaceDeclaration(statement)) interfaces.set(statement.name.text, statement)
      if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type)
    }
  }
  return { interfaces, aliases }
}

const nameOf = (member: ts.TypeElement): string => {
  if (!member.name || !ts.isIdentifier(member.name)) throw new Error(`Not a plain column: ${member.getText()}`)
  return member.name.text
}

const typeOf = (member: ts.TypeElement): ts.TypeNode => {
  if (!ts.isPropertySignature(member) || !member.type || member.questionToken)
    throw new Error(`Not a plain column: ${member.getText()}`)
  return member.type
}
