/** No barrels: a name is imported from where it lives. `public.server.ts` is the one door, and it names what it lets out. */
import ts from 'typescript'
import { readFiles, report, type Finding, type SourceFile } from './files.ts'
import { findingAt, parse } from './syntax.ts'

/** A feature's door; and route modules, which must export what Remix looks for under its own name. */
const mayReExport = /\/public\.server\.ts$|^app\/(routes\/|root\.tsx$)/

export function findBarrels(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) =>
    parse(file).statements.flatMap((statement) => {
      if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return []
      if (!statement.exportClause || ts.isNamespaceExport(statement.exportClause))
        return [findingAt(statement, '`export *`: name what is exported')]
      return mayReExport.test(file.path) ? [] : [findingAt(statement, 're-export: import from where the name lives')]
    }),
  )
}

if (import.meta.main) report(findBarrels(readFiles(/\.tsx?$/)))
