/** TypeScript's own parser, reduced to what the checks of this room ask of it. */
import ts from 'typescript'
import type { Finding, SourceFile } from './files.ts'

export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
}

/** A node and everything below it, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

export function findingAt(node: ts.Node, message: string): Finding {
  const source = node.getSourceFile()
  return { path: source.fileName, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, message }
}

/** The text of a plain string or of a template without holes; undefined for anything that is computed. */
export function literalText(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined
}
