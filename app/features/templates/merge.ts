/** Fields that the product fills in from the appeal. */
export const filledFields = [
  'number',
  'registeredOn',
  'dueOn',
  'agency',
  'applicant',
  'category',
  'place',
  'centre',
] as const

/** Fields that stand for what only the writer knows: an answer goes nowhere before each was replaced. */
export const writtenFields = ['measures', 'reason', 'norm', 'day'] as const

export type FilledField = (typeof filledFields)[number]
type MergeField = FilledField | (typeof writtenFields)[number]

const known: ReadonlySet<string> = new Set<MergeField>([...filledFields, ...writtenFields])

/** As it stands in a text. */
export const asTyped = (field: string): string => `{{${field}}}`

const anyField = /\{\{\s*([^{}]*?)\s*\}\}/g

/** What is wrong with a template's text, and where. */
export interface Flaw {
  readonly kind: 'unknown' | 'glued' | 'broken'
  /** The field, or the piece of text, as it was typed. */
  readonly at: string
}

/**
 * The first flaw of a template: an unknown field, a brace without its fellow, or a field that letters are glued to. A value
 * takes no ending: "{{agency}}-ға" would be wrong for every other agency, so such a sentence must be worded around it.
 */
export function flawOf(text: string): Flaw | undefined {
  for (const [whole, name = ''] of text.matchAll(anyField)) if (!known.has(name)) return { kind: 'unknown', at: whole }
  const glued = /[\p{L}\p{N}]\{\{[^{}]*\}\}|\{\{[^{}]*\}\}(?:\s?[-‑–])?[\p{L}\p{N}]+/u.exec(text)?.[0]
  if (glued) return { kind: 'glued', at: glued }
  const loose = /.{0,20}(\{\{|\}\}).{0,20}/.exec(text.replace(anyField, ''))?.[0]
  return loose ? { kind: 'broken', at: loose.trim() } : undefined
}

/** A template with its values; a field without one stays as it is, to be seen and replaced. */
export function merged(text: string, values: Readonly<Record<string, string | null | undefined>>): string {
  return text.replace(anyField, (whole, name: string) => values[name]?.trim() || whole)
}

/** Fields that nobody has filled in, each once, as they stand in the text; a lone pair of braces too. */
export function unfilledIn(text: string): string[] {
  const fields = Array.from(text.matchAll(anyField), ([whole]) => whole)
  const loose = text.replace(anyField, '').match(/\{\{|\}\}/g) ?? []
  return [...new Set([...fields, ...loose])]
}
