import type { PackProblem } from './problems.ts'

/** A region with five hundred agencies takes less. */
const mostBytes = 2_000_000

/** A pack is five levels deep. */
const deepest = 12

const treacherous = new Set(['__proto__', 'constructor', 'prototype'])

interface PackText {
  readonly value: unknown
}

export const isPackText = (read: PackText | PackProblem): read is PackText => 'value' in read

/** The JSON of a pack, or why it is not even read. */
export function readPackText(text: string, source: string): PackText | PackProblem {
  const problem = (message: string): PackProblem => ({ source, path: '', message })
  if (Buffer.byteLength(text) > mostBytes) return problem(`it is larger than ${mostBytes} bytes`)
  if (depthOf(text) > deepest) return problem(`it is nested deeper than ${deepest} levels`)
  let bad: string | undefined
  try {
    // Windows editors put a mark before the text.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) => {
      if (treacherous.has(key)) bad = key
      return value
    })
    return bad === undefined ? { value } : problem(`it has a key that is called ${bad}`)
  } catch (error) {
    return problem(`it is no JSON (${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'})`)
  }
}

/** How deep brackets are nested outside strings: asked before anything walks the tree. */
function depthOf(text: string): number {
  let [depth, most, inString] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') most = Math.max(most, (depth += 1))
    else if (sign === '}' || sign === ']') depth -= 1
  }
  return most
}
