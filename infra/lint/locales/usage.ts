/** Where the code asks for a text: full keys in any literal, and `t('key')` in the namespace that `t` was opened with. */
import ts from 'typescript'
import type { SourceFile } from '../files.ts'
import { literalText, nodesOf, parse } from '../syntax.ts'

export interface Use {
  readonly node: ts.Node
  readonly namespace: string
  /** As written, `${…}` for what is computed. */
  readonly key: string
  /** Fits every key this use may ask for; a branch (`status` for `status.open`) stands for all its leaves. */
  readonly fits: RegExp
}

export function findUses(file: SourceFile, namespaces: ReadonlySet<string>): Use[] {
  return [...nodesOf(parse(file))].flatMap((node) => [
    ...fullKey(node, namespaces),
    ...askedKeys(node, namespaces).map(({ node: literal, parts, namespace }) => readUse(literal, namespace, parts)),
  ])
}

/** The fixed parts of a string: one for a plain literal, more where something is computed between them. */
function partsOf(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return node.text.endsWith('.') ? [node.text, ''] : [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  return undefined
}

function readUse(node: ts.Node, namespace: string, parts: readonly string[]): Use {
  const escaped = parts.map((part) => part.replace(/[.\\+*?^$(){}|[\]]/g, '\\$&'))
  return { node, namespace, key: parts.join('${…}'), fits: new RegExp(`^${escaped.join('[\\w.-]+')}(\\..+)?$`) }
}

/** `'appeals:form.name'` is a use wherever it stands: in a schema's message, in a Refusal, in a table of labels. */
function fullKey(node: ts.Node, namespaces: ReadonlySet<string>): Use[] {
  const [first = '', ...rest] = partsOf(node) ?? []
  const [, namespace = '', start = ''] = /^([\w-]+):([\w.-]*)$/.exec(first) ?? []
  const isKey = namespaces.has(namespace) && (start !== '' || rest.length > 0)
  return isKey ? [readUse(node, namespace, [start, ...rest])] : []
}

interface AskedKey {
  readonly node: ts.Node
  readonly parts: string[]
  readonly namespace: string
}

function askedKeys(node: ts.Node, namespaces: ReadonlySet<string>): AskedKey[] {
  const found = askedIn(node, namespaces)
  if (!found) return []
  return outcomes(found.key).flatMap((literal) => {
    const parts = partsOf(literal)
    // A full key was counted as such, and a string that is all hole says nothing.
    return !parts || parts[0]?.includes(':') || parts.join('') === ''
      ? []
      : [{ node: literal, parts, namespace: found.namespace }]
  })
}

/** The key expression and namespace of `t(key, { ns })` and of `<Trans i18nKey ns>`. */
function askedIn(node: ts.Node, namespaces: ReadonlySet<string>): { key: ts.Node; namespace: string } | undefined {
  if (ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey' && node.initializer) {
    const own = node.parent.properties.find((one) => ts.isJsxAttribute(one) && one.name.getText() === 'ns')
    const named = own && ts.isJsxAttribute(own) ? literalText(own.initializer) : undefined
    return { key: node.initializer, namespace: named ?? openedWith('t', node, namespaces) ?? 'common' }
  }
  if (!ts.isCallExpression(node) || !node.arguments[0]) return undefined
  const isMethod = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 't'
  const name = ts.isIdentifier(node.expression) ? node.expression.text : undefined
  const opened = name && openedWith(name, node, namespaces)
  if (!isMethod && name !== 't' && !opened) return undefined
  return { key: node.arguments[0], namespace: namespaceOption(node.arguments[1]) ?? opened ?? 'common' }
}

function namespaceOption(options: ts.Expression | undefined): string | undefined {
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined
  const own = options.properties.find((property) => property.name?.getText() === 'ns')
  return own && ts.isPropertyAssignment(own) ? literalText(own.initializer) : undefined
}

/** The literals an expression may come out as. */
function outcomes(node: ts.Node): ts.Node[] {
  if (ts.isConditionalExpression(node)) return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)]
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(outcomes)
  if (ts.isBinaryExpression(node)) return [...outcomes(node.left), ...outcomes(node.right)]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return outcomes(node.expression)
  if (ts.isJsxExpression(node) && node.expression) return outcomes(node.expression)
  return [node]
}

/** The namespace the nearest declaration of `name` was opened with: `useTranslation('appeals')`, `TFunction<'appeals'>`. */
function openedWith(name: string, from: ts.Node, namespaces: ReadonlySet<string>): string | undefined {
  for (let node = from.parent; node; node = node.parent) {
    const declaration = declarationsOf(node).find((one) => binds(one.name, name))
    if (!declaration) continue
    const source = ts.isParameter(declaration) ? declaration.type : callOf(declaration.initializer)
    const words = source ? [...nodesOf(source)].map(literalText) : []
    return words.find((word) => word !== undefined && namespaces.has(word))
  }
  return undefined
}

function declarationsOf(node: ts.Node): readonly (ts.ParameterDeclaration | ts.VariableDeclaration)[] {
  if (ts.isFunctionLike(node)) return node.parameters.filter(ts.isParameter)
  if (!ts.isBlock(node) && !ts.isSourceFile(node)) return []
  return node.statements.flatMap((one) => (ts.isVariableStatement(one) ? [...one.declarationList.declarations] : []))
}

function binds(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name
  return binding.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name))
}

function callOf(initializer: ts.Expression | undefined): ts.Expression | undefined {
  const called = initializer && ts.isAwaitExpression(initializer) ? initializer.expression : initializer
  return called && ts.isCallExpression(called) ? called : undefined
}
