import { folded } from '#app/core/i18n/fold.ts'
import { localeCodes, localeNames } from '#app/core/i18n/locales.ts'
import { translatorOf, type Texts } from '#app/core/i18n/texts.ts'
import type { LocaleCode, StaffRole } from '#db/schema/vocabulary.ts'
import { staffRoles } from '#app/core/access/permissions.ts'

/** Columns of a list of people, in the order in which they are read where the list has no headings. */
export const importColumns = ['name', 'email', 'role', 'agency', 'language'] as const
type ImportColumn = (typeof importColumns)[number]

/** The most people of one list. */
export const mostPeople = 500

/** A line as it was written. */
export type ImportCells = Readonly<Record<ImportColumn, string>>

/** Lines of a list with their numbers in it, headings left out; each by the headings, in whichever language, or in order. */
export function linesOf(rows: readonly (readonly string[])[], texts: Texts): { line: number; cells: ImportCells }[] {
  const [first = []] = rows
  const known = headings(texts)
  const found = first.map((cell) => known.get(folded(cell)))
  const hasHeadings = found.includes('email')
  const columns = hasHeadings ? found : importColumns
  return rows.flatMap((row, at) => {
    if ((hasHeadings && at === 0) || row.every((cell) => cell.trim() === '')) return []
    const cells = Object.fromEntries(
      importColumns.map((column) => [column, row[columns.indexOf(column)]?.trim() ?? '']),
    )
    return [{ line: at + 1, cells: cells as ImportCells }]
  })
}

/** What people call the columns, in each language. */
function headings(texts: Texts): Map<string, ImportColumn> {
  const named = new Map<string, ImportColumn>()
  for (const locale of localeCodes)
    for (const column of importColumns)
      named.set(folded(translatorOf(texts[locale])(`staff:import.column.${column}`)), column)
  named.set('email', 'email').set('e mail', 'email').set('name', 'name').set('role', 'role')
  return named
}

/** The role that a word means, in any of the languages; undefined for none. */
export function roleMeant(typed: string, texts: Texts): StaffRole | undefined {
  const word = folded(typed)
  return staffRoles.find(
    (role) =>
      word === folded(role) ||
      localeCodes.some((locale) => folded(translatorOf(texts[locale])(`staff:role.${role}`)) === word),
  )
}

/** The language that is meant: its code or its own name; undefined for none. */
export const languageMeant = (typed: string): LocaleCode | undefined =>
  localeCodes.find((code) => [code, localeNames[code]].some((name) => folded(name) === folded(typed)))
