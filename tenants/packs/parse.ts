import { isPackText, readPackText } from './pack-text.ts'
import { problemsOf, type PackProblem } from './problems.ts'
import { packFormat } from './pack-shape.ts'
import { packSchema, type Pack } from './schema.ts'

/** A pack, or everything that is wrong with it. */
export type ParsedPack =
  | { readonly pack: Pack; readonly problems?: undefined }
  | { readonly pack?: undefined; readonly problems: readonly PackProblem[] }

/**
 * Judges a pack that a person hands over, whole as an export is. `source` is how the problems call it: the name of the
 * file. Never throws for what the text holds, however large, deep or strange it is.
 */
export function parsePack(text: string, source: string): ParsedPack {
  const read = readPackText(text, source)
  if (!isPackText(read)) return { problems: [read] }
  const foreign = formatProblem(read.value, source)
  if (foreign) return { problems: [foreign] }
  if (typeof read.value === 'object' && read.value !== null && Object.hasOwn(read.value, 'extends'))
    return { problems: [{ source, path: 'extends', message: 'a pack that is handed over stands on its own' }] }
  const parsed = packSchema.safeParse(read.value)
  return parsed.success ? { pack: parsed.data } : { problems: problemsOf(parsed.error, () => source) }
}

/**
 * What is wrong with the form of a pack, asked before anything else: of a pack that a newer product made, no other
 * complaint would make sense.
 */
export function formatProblem(value: unknown, source: string): PackProblem | undefined {
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format !== 'number' || format <= packFormat) return undefined
  const message = `this pack has format ${format}, made by a newer product; this one reads formats up to ${packFormat}`
  return { source, path: 'format', message }
}
