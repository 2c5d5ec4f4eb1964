import { createHash, createHmac } from 'node:crypto'
import { Transform } from 'node:stream'
import { z } from 'zod'

/** Which shape of archives this version writes and reads. */
export const archiveFormat = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

const manifestSchema = z.object({
  format: z.number().int(),
  region: z.object({
    slug: z.string(),
    nameKk: z.string(),
    nameRu: z.string(),
    nameEn: z.string(),
    pack: z.string(),
    status: z.enum(['active', 'suspended', 'archived']),
    population: count,
    createdAt: z.iso.datetime(),
  }),
  madeAt: z.iso.datetime(),
  /** Tells keys of one installation from another's, and nothing of the keys: what they seal opens with the same ones alone. */
  keyMark: z.string(),
  /** The steps of the schema, in the order they are named. */
  steps: z.array(z.string()).min(1),
  tables: z.array(
    z.object({ name, columns: z.array(z.string().min(1)).min(1), rows: count, bytes: count, sha256 }).strict(),
  ),
  /** Tables that stay behind: what lets somebody in at this moment, and what is made anew. */
  leftOut: z.array(name),
  files: z.array(z.object({ id: z.uuid(), bytes: count, sha256 }).strict()),
  /** Files that a row speaks of and the store does not have. */
  missing: z.array(z.uuid()),
})

/** What an archive says of itself: read first, written last. */
export type Manifest = z.infer<typeof manifestSchema>

/** Why an archive is not taken: broken, made by a newer version, or something stands in its place. Nothing was changed. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused'
}

/** Throws ArchiveRefused for what is no manifest of ours, or one of a newer shape. */
export function parseManifest(text: string): Manifest {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new ArchiveRefused('The archive is damaged: its manifest is no JSON')
  }
  const { format } = (given ?? {}) as { format?: unknown }
  if (typeof format === 'number' && format > archiveFormat)
    throw new ArchiveRefused(`The archive has format ${format}, and this version reads ${archiveFormat} at most`)
  const parsed = manifestSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ArchiveRefused(`The archive is damaged: its manifest, ${issue?.path.join('.')}: ${issue?.message}`)
}

export const partOf = {
  manifest: 'manifest.json',
  table: (name: string) => `tables/${name}.copy`,
  file: (id: string) => `files/${id}`,
} as const

/** Length and SHA-256 (hexadecimal digits) of what has passed. */
export interface Measured {
  readonly bytes: number
  readonly sha256: string
}

/** A stream that lets everything pass; `measured` may be asked once it has ended. */
export function openMeter(): { through: Transform; measured: () => Measured } {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { through, measured: () => ({ bytes, sha256: hash.digest('hex') }) }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** See `Manifest.keyMark`. */
export const keyMarkOf = (secret: string): string =>
  createHmac('sha256', secret).update('archive').digest('hex').slice(0, 16)
