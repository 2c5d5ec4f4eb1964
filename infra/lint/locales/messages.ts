/** Locale files as a flat list of texts, each knowing where it stands. */
import ts from 'typescript'
import type { Finding, SourceFile } from '../files.ts'
import { findingAt, literalText, parse } from '../syntax.ts'

export const locales = ['kk', 'ru', 'en'] as const
export type Locale = (typeof locales)[number]

/** `message` is the key as it stands in the file. */
export interface Message extends Finding {
  readonly namespace: string
  readonly locale: Locale
  /** The key as i18next is asked for it: nested names joined by dots, without the plural's suffix. */
  readonly key: string
  /** CLDR category for a plural form (`ordinal_` in front of an ordinal's); empty for a plain text. */
  readonly form: string
  readonly text: string
}

export const localeFile = /^app\/(?:features\/([^/]+)|core\/i18n)\/locales\/([^/]+)\.json$/

/** A feature's folder name; `common` for the core. */
export function namespaceOf(path: string): string {
  return localeFile.exec(path)?.[1] ?? 'common'
}

/** The texts of a file, and what is wrong with it as a file. */
export function readMessages(file: SourceFile): { messages: Message[]; findings: Finding[] } {
  const at = (message: string): Finding => ({ path: file.path, line: 1, message })
  const locale = locales.find((code) => code === localeFile.exec(file.path)?.[2])
  if (!locale) return { messages: [], findings: [at(`locale: only ${locales.join(', ')}`)] }
  try {
    JSON.parse(file.text)
  } catch (error) {
    return { messages: [], findings: [at(`json: ${(error as Error).message}`)] }
  }
  const messages: Message[] = []
  const findings: Finding[] = []
  const visit = (node: ts.Expression | undefined, prefix: string) => {
    if (!node || !ts.isObjectLiteralExpression(node)) return
    const seen = new Set<string>()
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property)) continue
      const name = literalText(property.name) ?? ''
      const key = prefix + name
      if (seen.has(name)) findings.push(findingAt(property, `duplicate: ${key} stands twice, and the first is lost`))
      seen.add(name)
      if (ts.isObjectLiteralExpression(property.initializer)) visit(property.initializer, `${key}.`)
      else messages.push(messageAt(property, key, locale))
    }
  }
  const [json] = parse(file).statements
  if (json && ts.isExpressionStatement(json)) visit(json.expression, '')
  return { messages, findings }
}

function messageAt(property: ts.PropertyAssignment, fullKey: string, locale: Locale): Message {
  const [, key = fullKey, form = ''] = /^(.+?)_((?:ordinal_)?(?:zero|one|two|few|many|other))$/.exec(fullKey) ?? []
  // Anything but a string reads as nothing, and an empty text is a finding of its own.
  const text = literalText(property.initializer) ?? ''
  const place = findingAt(property, fullKey)
  return { ...place, namespace: namespaceOf(place.path), locale, key, form, text }
}
