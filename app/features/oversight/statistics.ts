/** A count smaller than this could point at a person. */
export const fewest = 5

/**
 * The middle of values given as value to how often it occurs, exactly: of an even number the mean of the two in the
 * middle. Undefined for none.
 */
export function medianOf(histogram: ReadonlyMap<number, number>): number | undefined {
  const values = [...histogram].toSorted(([a], [b]) => a - b)
  const count = values.reduce((sum, [, times]) => sum + times, 0)
  if (count === 0) return undefined
  const at = (position: number): number => {
    let passed = 0
    for (const [value, times] of values) {
      passed += times
      if (position < passed) return value
    }
    throw new RangeError(`There are only ${count} values`)
  }
  return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2
}

/**
 * Which counts of a table must be hidden while the totals of its lines and columns are shown: those of one to four, and,
 * where a line or a column would hide a single one, its next smallest too, since the rest of the total would tell the
 * first. A count of none points at nobody, and a count that is the total itself cannot be kept from who sees the total.
 */
export function hiddenCells(table: readonly (readonly number[])[]): boolean[][] {
  const hidden = table.map((line) => line.map((count) => count > 0 && count < fewest))
  const lines = table.map((line, row) => line.map((_count, column) => [row, column] as const))
  const columns = (table[0] ?? []).map((_count, column) => table.map((_line, row) => [row, column] as const))
  const countAt = ([row, column]: readonly [number, number]) => table[row]?.[column] ?? 0
  const isHidden = ([row, column]: readonly [number, number]) => hidden[row]?.[column] === true
  for (let changed = true; changed; ) {
    changed = false
    for (const cells of [...lines, ...columns]) {
      if (cells.filter(isHidden).length !== 1) continue
      const [next] = cells
        .filter((cell) => !isHidden(cell) && countAt(cell) > 0)
        .toSorted((a, b) => countAt(a) - countAt(b))
      const line = next && hidden[next[0]]
      if (!line) continue
      line[next[1]] = true
      changed = true
    }
  }
  return hidden
}
