/** What a row of a worklist may tell beside its number, in the order of the columns. */
export const columns = ['matter', 'applicant', 'kind', 'agency', 'received', 'due', 'status'] as const
export type Column = (typeof columns)[number]

export const isColumn = (name: string): name is Column => (columns as readonly string[]).includes(name)

/** The columns that everybody begins with. */
const usual: readonly Column[] = ['matter', 'applicant', 'agency', 'due', 'status']

/** The columns of a list by their names, in their own order; who sees one agency's appeals alone needs none of the agency. */
export function shownColumns(asked: string | undefined, seesAll: boolean): readonly Column[] {
  const chosen = asked?.split(' ') ?? usual
  return columns.filter((column) => chosen.includes(column) && (column !== 'agency' || seesAll))
}
