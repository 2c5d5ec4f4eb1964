/** All text is in kk, ru and en: the same keys with the same values, each used, none empty, no ending glued to a value. */
import { readFiles, report, type Finding, type SourceFile } from './files.ts'
import { localeFile, locales, namespaceOf, readMessages, type Locale, type Message } from './locales/messages.ts'
import { findUses, type Use } from './locales/usage.ts'
import { findingAt } from './syntax.ts'

export function checkLocales(localeFiles: readonly SourceFile[], code: readonly SourceFile[]): Finding[] {
  const read = localeFiles.map(readMessages)
  const messages = read.flatMap((file) => file.messages)
  const namespaces = new Set(localeFiles.map(({ path }) => namespaceOf(path)))
  const uses = [...code.flatMap((file) => findUses(file, namespaces)), ...nestedUses(messages)]
  return [
    ...read.flatMap((file) => file.findings),
    ...messages.flatMap(checkText),
    ...[...namespaces].flatMap((namespace) => checkFiles(namespace, localeFiles)),
    ...byKey(messages).flatMap((sameKey) => checkKey(sameKey)),
    ...checkUses(messages, uses),
  ]
}

/** The texts of one key in all languages and all plural forms, for every key. */
function byKey(messages: readonly Message[]): Message[][] {
  const keys = new Map<string, Message[]>()
  for (const message of messages) {
    const name = `${message.namespace}:${message.key}`
    keys.set(name, [...(keys.get(name) ?? []), message])
  }
  return [...keys.values()]
}

function checkFiles(namespace: string, files: readonly SourceFile[]): Finding[] {
  const own = files.filter(({ path }) => namespaceOf(path) === namespace).map(({ path }) => path)
  const folder = own[0]?.slice(0, own[0].lastIndexOf('/'))
  const missing = locales.filter((locale) => !own.includes(`${folder}/${locale}.json`))
  return missing.map((locale) => ({
    path: `${folder}/${locale}.json`,
    line: 1,
    message: 'locale: this file is missing',
  }))
}

function checkText({ path, line, message: key, text }: Message): Finding[] {
  const found: string[] = []
  if (text.trim() === '') found.push(`empty: ${key} says nothing`)
  // No ending is ever generated: «Аймақ: {{region}}», never «{{region}}ға».
  if (/\}\}(\p{L}|['’-]\p{Script=Cyrillic})/u.test(text)) found.push(`ending: ${key} glues letters to a value`)
  return found.map((message) => ({ path, line, message }))
}

function checkKey(messages: Message[]): Finding[] {
  const [first] = messages
  if (!first) return []
  const isPlural = messages.some(({ form }) => form !== '')
  const ordinal = messages.some(({ form }) => form.startsWith('ordinal_'))
  return locales.flatMap((locale) => {
    const own = messages.filter((message) => message.locale === locale)
    const place = own[0] ?? first
    const at = (message: string): Finding => ({ path: place.path, line: place.line, message })
    if (own.length === 0) return [at(`same-keys: ${first.key} is missing in ${locale}`)]
    const problems: Finding[] = []
    const expected = isPlural ? pluralForms(locale, ordinal) : ['']
    const given = own.map(({ form }) => form)
    const wrong = [
      ...expected.filter((form) => !given.includes(form)).map((form) => `lacks ${form}`),
      ...given.filter((form) => !expected.includes(form)).map((form) => `has no use for ${form || 'a plain text'}`),
    ]
    if (wrong.length > 0) problems.push(at(`plural: ${first.key} in ${locale} ${wrong.join(', ')}`))
    return [...problems, ...own.flatMap((message) => compare(message, first, isPlural))]
  })
}

/** CLDR's categories, as the runtime that will choose among them knows them. */
function pluralForms(locale: Locale, ordinal: boolean): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale, {
    type: ordinal ? 'ordinal' : 'cardinal',
  }).resolvedOptions()
  return pluralCategories.map((category) => (ordinal ? `ordinal_${category}` : category))
}

/** The same values and the same tags as the first language; a plural form may leave its number unsaid. */
function compare(message: Message, first: Message, isPlural: boolean): Finding[] {
  const values = ({ text }: Message) =>
    [...text.matchAll(/\{\{-?\s*([\w.]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !isPlural || name !== 'count')
  const tags = ({ text }: Message) => [...text.matchAll(/<\/?\w+/g)].map(([tag]) => tag)
  const problems: string[] = []
  const [own, others] = [distinct(values(message)), distinct(values(first))]
  if (own !== others)
    problems.push(`values: ${message.message} names ${own || 'none'}; in ${first.locale} ${others || 'none'}`)
  if (distinct(tags(message)) !== distinct(tags(first)))
    problems.push(`tags: ${message.message} differs from ${first.locale}`)
  return problems.map((text) => ({ path: message.path, line: message.line, message: text }))
}

const distinct = (names: readonly string[]) => [...new Set(names)].toSorted().join(', ')

/** `$t(common:save)` inside a text uses another text. */
function nestedUses(messages: readonly Message[]): Pick<Use, 'namespace' | 'fits'>[] {
  return messages.flatMap(({ text, namespace }) =>
    [...text.matchAll(/\$t\((?:([\w-]+):)?([\w.-]+)/g)].map(([, other, key = '']) => ({
      namespace: other ?? namespace,
      fits: new RegExp(`^${key.replaceAll('.', '\\.')}$`),
    })),
  )
}

function checkUses(messages: readonly Message[], uses: readonly (Use | Pick<Use, 'namespace' | 'fits'>)[]): Finding[] {
  const keys = byKey(messages).flatMap(([first]) => first ?? [])
  const unused = keys
    .filter(({ namespace, key }) => !uses.some((use) => use.namespace === namespace && use.fits.test(key)))
    .map(({ path, line, key }) => ({ path, line, message: `unused: nobody asks for ${key}` }))
  const missing = uses.flatMap((use) => {
    if (!('node' in use) || keys.some(({ namespace, key }) => use.namespace === namespace && use.fits.test(key)))
      return []
    return [findingAt(use.node, `missing: ${use.namespace}:${use.key} is in no locale file`)]
  })
  return [...unused, ...missing]
}

if (import.meta.main)
  report(checkLocales(readFiles(localeFile), readFiles(/^(app|tenants|infra\/(?!lint\/)).*(?<!\.test)\.tsx?$/)))
