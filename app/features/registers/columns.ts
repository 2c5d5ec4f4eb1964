import { localeCodes } from '#app/core/i18n/locales.ts'
import { translatorOf, type Texts } from '#app/core/i18n/texts.ts'

/** Every column of a register in its order; their headings are texts, `registers:column.…`. */
export const registerColumns = [
  'externalRef',
  'number',
  'registeredOn',
  'dueOn',
  'status',
  'legalKind',
  'category',
  'language',
  'channel',
  'fullName',
  'iin',
  'organisationName',
  'bin',
  'address',
  'email',
  'phone',
  'text',
  'agency',
  'answeredOn',
  'outcome',
] as const
export type RegisterColumn = (typeof registerColumns)[number]

/** A line as it came: column to its text. What a register only tells us of ourselves is not among it. */
export type Cells = Readonly<Partial<Record<RegisterColumn, string>>>

/** What the headings of a file mean. */
export interface Headings {
  /** By place; undefined where a heading means nothing to us. */
  readonly columns: readonly (RegisterColumn | undefined)[]
  readonly ignored: readonly string[]
}

/** Headings as people and programs vary them: letter case, blanks, ё, a full stop at the end. */
const folded = (heading: string) =>
  heading.toLowerCase().replaceAll('ё', 'е').replace(/[.:*]/g, '').replace(/\s+/g, ' ').trim()

/** What the headings of a file mean, in whichever of the languages, in any order; a heading that comes twice counts once. */
export function headingsOf(header: readonly string[], texts: Texts): Headings {
  const known = new Map<string, RegisterColumn>()
  for (const column of registerColumns) {
    known.set(folded(column), column)
    for (const locale of localeCodes)
      known.set(folded(translatorOf(texts[locale])(`registers:column.${column}`)), column)
  }
  const seen = new Set<RegisterColumn>()
  const columns = header.map((heading) => {
    const column = known.get(folded(heading))
    if (column === undefined || seen.has(column)) return undefined
    seen.add(column)
    return column
  })
  return { columns, ignored: header.filter((heading, at) => columns[at] === undefined && heading.trim() !== '') }
}

/** A line by the headings above it. */
export function cellsOf(row: readonly string[], { columns }: Headings): Cells {
  const cells: Partial<Record<RegisterColumn, string>> = {}
  for (const [at, column] of columns.entries()) {
    const text = row[at]?.trim() ?? ''
    if (column && text !== '') cells[column] = text
  }
  return cells
}

/** A number of e-Otinish as it is kept: capitals, no blanks, plain hyphens; undefined for what is none. */
export function typedExternalRef(typed: string): string | undefined {
  const ref = typed
    .normalize('NFC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[‐‑–—−]/g, '-')
  return /^[\p{Lu}\d][\p{Lu}\d/-]{3,39}$/u.test(ref) && /\d/.test(ref) ? ref : undefined
}
