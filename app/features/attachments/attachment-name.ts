import { tidied } from '#app/core/typed-text.ts'

/** Longest name that is kept, without its extension, characters. */
const longestName = 100

// What a path, a disk or a header would take for its own.
const special = /["*/:<>?\\|%;\u061c]/g

/**
 * A typed file name as it is kept: without path, control characters and marks that turn the direction of writing, not too
 * long, and with the extension of what the file really is. `fallback` where nothing is left.
 */
export function attachmentName(typed: string, extension: string, fallback: string): string {
  const last = tidied(typed.slice(-2000)).split(/[/\\]/).at(-1) ?? ''
  const words = last.replace(special, ' ').replace(/\s+/g, ' ').trim()
  // Only what looks like an extension goes: «Акт от 12.05» keeps its date.
  const stem = words.replace(/\.[a-z][a-z0-9]{0,4}$/i, '').replace(/^[. ]+|[. ]+$/g, '')
  const short = Array.from(stem).slice(0, longestName).join('').trim()
  return `${short.isWellFormed() && short !== '' ? short : fallback}.${extension}`
}
