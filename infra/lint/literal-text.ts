/** No human text in markup: every word a person reads comes from a locale file, in three languages. */
import ts from 'typescript'
import { readFiles, report, type Finding, type SourceFile } from './files.ts'
import { findingAt, nodesOf, parse } from './syntax.ts'

/** Attributes that are read aloud or shown; elsewhere a string is a name, a path or a class. */
const readAloud = /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/
const letters = /\p{L}/u

export function findLiteralText(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => [...nodesOf(parse(file))].flatMap(literalsOf))
}

function literalsOf(node: ts.Node): Finding[] {
  if (ts.isJsxText(node)) return letters.test(node.text) ? [say(node, node.text)] : []
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return shown(node.expression)
  if (ts.isJsxAttribute(node) && readAloud.test(node.name.getText())) return shown(node.initializer)
  return []
}

/** The literals an expression may come out as: `ok ? 'Yes' : 'No'` shows either, `t('yes')` shows neither. */
function shown(node: ts.Node | undefined): Finding[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return letters.test(node.text) ? [say(node, node.text)] : []
  if (ts.isTemplateExpression(node)) {
    const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    const own = letters.test(text) ? [say(node, text)] : []
    return [...own, ...node.templateSpans.flatMap(({ expression }) => shown(expression))]
  }
  if (ts.isConditionalExpression(node)) return [...shown(node.whenTrue), ...shown(node.whenFalse)]
  if (ts.isBinaryExpression(node) && yieldsOperands.has(node.operatorToken.kind))
    return [...shown(node.left), ...shown(node.right)]
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node) || ts.isAsExpression(node))
    return shown(node.expression)
  return []
}

const yieldsOperands = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
])

function say(node: ts.Node, text: string): Finding {
  // Text nodes begin with the line break before them; the finding belongs where the words are.
  const source = node.getSourceFile()
  const offset = node.getStart() + Math.max(source.text.slice(node.getStart(), node.end).search(letters), 0)
  const { line } = source.getLineAndCharacterOfPosition(offset)
  return { ...findingAt(node, `"${text.trim().replace(/\s+/g, ' ')}" belongs in a locale file`), line: line + 1 }
}

if (import.meta.main) report(findLiteralText(readFiles(/^app\/.*(?<!\.test)\.tsx$/)))
