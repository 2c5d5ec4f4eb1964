/** Shares of a whole, in per cent from its beginning; nothing at all has no shares. */
export function sharesOf(values: readonly number[]): { from: number; share: number }[] {
  const whole = values.reduce((sum, value) => sum + value, 0)
  let from = 0
  return values.map((value) => {
    const share = whole > 0 ? (value / whole) * 100 : 0
    from += share
    return { from: from - share, share }
  })
}

/** How long each bar is, in per cent of the longest. */
export function barLengths(values: readonly number[]): number[] {
  const longest = Math.max(...values)
  return values.map((value) => (longest > 0 ? (value / longest) * 100 : 0))
}

/** A label in as many lines as it needs, broken between words; a word longer than a line keeps its own. */
export function linesOf(label: string, longest: number): string[] {
  const lines: string[] = []
  for (const word of label.trim().split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Where each of a pile of things begins, with a gap between them, and how high the pile is. */
export function stack(heights: readonly number[], gap: number): { tops: number[]; height: number } {
  const tops: number[] = []
  let end = -gap
  for (const height of heights) {
    tops.push(end + gap)
    end += gap + height
  }
  return { tops, height: Math.max(end, 0) }
}

/** Which step a value stands on: 0 below the first limit, one more at each limit it reaches. */
export function stepOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length
}

/** How wide and high a grid of tiles is, in tiles. Columns and rows count from 0. */
export function gridSize(places: readonly { column: number; row: number }[]): { columns: number; rows: number } {
  return {
    columns: Math.max(0, ...places.map(({ column }) => column + 1)),
    rows: Math.max(0, ...places.map(({ row }) => row + 1)),
  }
}
