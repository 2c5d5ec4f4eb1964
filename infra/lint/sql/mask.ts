/**
 * SQL with everything that is not code blanked out: quoted strings, dollar quotes and comments become spaces.
 * Offsets and lines stay what they were, so a pattern may be tried on the mask and reported on the original.
 */
export function maskSql(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g, (text) =>
    text.replace(/[^\n]/g, ' '),
  )
}

/** A text cut at its commas, those inside parentheses left alone; each part with the offset it had. */
export function splitAtCommas(text: string): { text: string; offset: number }[] {
  const parts: { text: string; offset: number }[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
    if (at < text.length && (depth > 0 || text[at] !== ',')) continue
    const part = text.slice(start, at)
    parts.push({ text: part.trim(), offset: start + part.length - part.trimStart().length })
    start = at + 1
  }
  return parts
}

/** What stands between the parenthesis at `open` and its partner. */
export function insideParentheses(text: string, open: number): string {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return text.slice(open + 1, at)
  }
  return text.slice(open + 1)
}
